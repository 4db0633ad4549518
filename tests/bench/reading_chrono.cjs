// chrono-node on the prose of reading_bench, for comparison: node reading_chrono.cjs. It finds dates only; the rows to
// hold against it are "dates" and "numbers". Says nothing and succeeds when chrono-node is not there.
'use strict';
const fs = require('fs');
const path = require('path');

let chrono;
try {
  chrono = require(require.resolve('chrono-node', {paths: [process.cwd(), ...(process.env.NODE_PATH || '').split(':')]}));
} catch {
  process.exit(0);
}

const published = new Date('2027-01-15T00:00:00Z');
const milliseconds = 1000;

for (const [name, parser] of [['en', chrono.en], ['zh', chrono.zh && (chrono.zh.hans || chrono.zh)]]) {
  if (!parser) continue;
  const part = fs.readFileSync(path.join(__dirname, 'prose', name + '.txt'), 'utf8');
  const text = part.repeat(Math.ceil(65536 / Buffer.byteLength(part)));
  const bytes = Buffer.byteLength(text);
  let found = parser.parse(text, published).length;  // once to warm up
  let runs = 0;
  const start = process.hrtime.bigint();
  let elapsed = 0;
  do {
    found = parser.parse(text, published).length;
    ++runs;
    elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  } while (elapsed < milliseconds);
  const rate = bytes * runs / (elapsed / 1000) / (1 << 20);
  console.log(`chrono-node/${name}`.padEnd(28) + `${(elapsed / runs).toFixed(1)} ms   ${rate.toFixed(2)}Mi/s found=${found}`);
}
