// What the store promises when things go wrong: a kill, a flipped bit, a full disk, a second writer.
#include <signal.h>
#include <sys/wait.h>

#include <fstream>

#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;
namespace fs = std::filesystem;

// The child appends for ever and writes a byte for each acknowledged article; it is killed after `count` of them.
size_t AppendAndDie(const TemporaryDirectory& directory, size_t count) {
  int acknowledged[2];
  EXPECT_EQ(pipe(acknowledged), 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto log = EventLog::Open(OptionsFor(directory));
    for (uint32_t n = 0; log; ++n) {
      if (!(*log)->Append(RandomBatch(n), RingsForAll(), kDayZero)) break;
      if (write(acknowledged[1], "x", 1) != 1) break;
    }
    _exit(1);
  }
  close(acknowledged[1]);
  size_t seen = 0;
  char byte;
  while (seen < count && read(acknowledged[0], &byte, 1) == 1) ++seen;
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  while (read(acknowledged[0], &byte, 1) == 1) ++seen;  // acknowledged before the signal came
  close(acknowledged[0]);
  return seen;
}

TEST(Disaster, NothingAcknowledgedIsLostByAKill) {
  for (const size_t count : {1u, 7u, 60u}) {
    TemporaryDirectory directory;
    const size_t acknowledged = AppendAndDie(directory, count);
    ASSERT_GE(acknowledged, count);
    const auto log = MustOpen(OptionsFor(directory));
    ASSERT_NE(log, nullptr);
    const StoreStats stats = *log->Stats();
    EXPECT_GE(stats.articles, acknowledged);
    EXPECT_LE(stats.articles, acknowledged + 1);
    for (uint32_t n = 0; n < acknowledged; ++n) EXPECT_TRUE(log->GetArticle(RandomBatch(n).article.id)) << n;
    EXPECT_EQ(stats.alerts_waiting, stats.events);  // exactly one ring an event
    ExpectSound(*log);
    EXPECT_TRUE(MustAppend(*log, RandomBatch(0)).known);
  }
}

TEST(Disaster, ASecondWriterIsTurnedAway) {
  TemporaryDirectory directory;
  const auto log = MustOpen(OptionsFor(directory));
  const auto second = EventLog::Open(OptionsFor(directory));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Errc::kBusy);
  EXPECT_NE(second.error().what.find(directory.path().string()), std::string::npos) << second.error().what;
}

TEST(Disaster, ReadersOpenBesideAWriter) {
  TemporaryDirectory directory;
  const auto log = MustOpen(OptionsFor(directory));
  MustAppend(*log, RandomBatch(1));
  EventLogOptions reading = OptionsFor(directory);
  reading.read_only = true;
  const auto reader = MustOpen(reading);
  ASSERT_NE(reader, nullptr);
  const size_t before = reader->Select(Ask(""), {})->rows.size();
  EXPECT_GT(before, 0u);
  MustAppend(*log, RandomBatch(2));
  EXPECT_EQ(reader->Select(Ask(""), {})->rows.size(), before);
  EXPECT_FALSE(reader->Append(RandomBatch(3), nullptr, kDayZero));
  ExpectSound(*reader);
}

TEST(Disaster, DirectoriesThatAreNoStore) {
  TemporaryDirectory directory;
  EventLogOptions options = OptionsFor(directory);
  options.read_only = true;
  EXPECT_EQ(EventLog::Open(options).error().code, Errc::kNotFound);
  options.read_only = false;
  fs::create_directories(directory.path());
  std::ofstream(directory.path() / "thesis.txt") << "precious";
  const auto foreign = EventLog::Open(options);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().code, Errc::kUnavailable);
  EXPECT_NE(foreign.error().what.find("thesis.txt"), std::string::npos) << foreign.error().what;
  options.directory = directory.path() / "thesis.txt";
  EXPECT_EQ(EventLog::Open(options).error().code, Errc::kUnavailable);
  options.directory = "/proc/nowhere";
  EXPECT_EQ(EventLog::Open(options).error().code, Errc::kUnavailable);
  options.directory = "";
  EXPECT_EQ(EventLog::Open(options).error().code, Errc::kConfig);
}

TEST(Disaster, BelowTheFloorNothingIsWrittenAndReadingGoesOn) {
  TemporaryDirectory directory;
  MustAppend(*MustOpen(OptionsFor(directory)), RandomBatch(1));
  EventLogOptions options = OptionsFor(directory);
  options.free_bytes_min = UINT64_MAX;
  const auto log = MustOpen(options);
  ASSERT_NE(log, nullptr);
  const auto refused = log->Append(RandomBatch(2), nullptr, kDayZero);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Errc::kFull);
  EXPECT_EQ(log->ledger().RecordPage("https://a.example/", {}).error().code, Errc::kFull);
  EXPECT_EQ(log->Stats()->articles, 1u);
  EXPECT_GT(log->Select(Ask(""), {})->rows.size(), 0u);
  ExpectSound(*log);
}

std::vector<fs::path> DataFiles(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory)) {
    const auto extension = entry.path().extension();
    if (extension == ".sst" || extension == ".blob") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void FlipBit(const fs::path& file, uintmax_t at) {
  std::fstream f(file, std::ios::in | std::ios::out | std::ios::binary);
  f.seekg(std::streamoff(at));
  const int byte = f.get();
  f.seekp(std::streamoff(at));
  f.put(char(byte ^ 0x10));
}

// Flips one bit somewhere in every data file in turn. It must be noticed, and no row may ever differ.
TEST(Disaster, ADamagedLogIsSaidToBe) {
  TemporaryDirectory directory;
  {
    const auto log = MustOpen(OptionsFor(directory));
    for (uint32_t n = 0; n < 30; ++n) MustAppend(*log, RandomBatch(n));
  }
  const auto is_log = [](const fs::directory_entry& e) { return e.path().extension() == ".log" && e.file_size() > 0; };
  const auto end = fs::directory_iterator();
  const auto written = std::find_if(fs::directory_iterator(directory.path()), end, is_log);
  ASSERT_NE(written, end);
  const fs::path file = written->path();
  {
    TemporaryDirectory damaged;
    fs::copy(directory.path(), damaged.path());
    FlipBit(damaged.path() / file.filename(), fs::file_size(file) / 2);
    const auto log = EventLog::Open(OptionsFor(damaged));
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().code, Errc::kCorrupt) << log.error().what;
  }
  TemporaryDirectory cut;
  fs::copy(directory.path(), cut.path());
  fs::resize_file(cut.path() / file.filename(), fs::file_size(file) - 5);
  EXPECT_TRUE(EventLog::Open(OptionsFor(cut))) << "what a power loss leaves is no damage";
}

TEST(Disaster, BitRotIsDetectedNeverServed) {
  TemporaryDirectory sound;
  std::vector<StoredEvent> rows;
  {
    const auto log = MustOpen(OptionsFor(sound));
    for (uint32_t n = 0; n < 30; ++n) {
      ArticleBatch b = RandomBatch(n);
      b.article.text += std::string(2000, char('a' + n % 26));  // long enough for a blob file
      b.article.id = ArticleId(b.article.canonical_url, b.article.text);
      MustAppend(*log, b);
    }
    rows = log->Select(Ask(""), {1000, Order::kNewestFirst, ""})->rows;
  }
  MustOpen(OptionsFor(sound));  // recovery turns the log into files
  const auto files = DataFiles(sound.path());
  ASSERT_GT(files.size(), 10u);
  std::mt19937 random(3);
  size_t blobs = 0;
  for (const fs::path& file : files) {
    TemporaryDirectory damaged;
    fs::copy(sound.path(), damaged.path());
    const uintmax_t at = random() % (fs::file_size(file) * 3 / 4);
    FlipBit(damaged.path() / file.filename(), at);
    SCOPED_TRACE(file.filename().string() + " byte " + std::to_string(at));
    blobs += file.extension() == ".blob";
    EventLogOptions options = OptionsFor(damaged);
    options.read_only = true;
    const auto log = EventLog::Open(options);
    if (!log) continue;  // noticed at once
    const auto problems = (*log)->Verify();
    EXPECT_TRUE(!problems || !problems->empty());
    const auto page = (*log)->Select(Ask(""), {1000, Order::kNewestFirst, ""});
    if (!page) {
      EXPECT_EQ(page.error().code, Errc::kCorrupt) << page.error().what;
      continue;
    }
    ASSERT_EQ(page->rows.size(), rows.size());
    for (size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(page->rows[i].sentence, rows[i].sentence);
  }
  EXPECT_GT(blobs, 0u);
}

}  // namespace
}  // namespace tocsin
