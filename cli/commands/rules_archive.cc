// tocsin rules diff, stale, bench: the packs against what is stored.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "cli/commands/commands.h"
#include "cli/commands/documents.h"
#include "cli/commands/rules_shared.h"
#include "cli/output/event_json.h"
#include "cli/output/words.h"
#include "cli/reading.h"
#include "ingest/decoder.h"
#include "rules/recognizer.h"

namespace tocsin {
namespace {

void PrintRows(const std::vector<Column>& columns, const std::vector<std::string>& names,
               const std::vector<std::vector<std::string>>& cells, const std::vector<Json>& objects, Format format) {
  if (format == Format::kTable) {
    if (!cells.empty()) Print(RenderTable(columns, cells, ScreenOf(1)));
  } else if (format == Format::kCsv) {
    Print(RenderCsv(names, cells));
  } else {
    Print(format == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects));
  }
}

// ---- diff -----------------------------------------------------------------------------------------
std::string Or(std::string text, const char* nothing) { return text.empty() ? nothing : text; }

std::string FieldOf(const Event& event, const std::string& field) {
  if (field == "type") return event.type;
  if (field == "status") return ToString(event.status);
  if (field == "amount") return Or(event.amount ? AmountLine(*event.amount) : "", "none");
  if (field == "stake") return Or(StakeLine(event.stake_percent), "none");
  if (field == "date") return Or(event.when ? event.when->edtf : "", "none");
  std::string names;
  for (size_t role = 0; role < kRoleCount; ++role) {
    if (field != ToString(Role(role))) continue;
    for (const Participant& who : event.roles[role]) names += (names.empty() ? "" : ", ") + Printable(who.name);
  }
  return Or(names, "nobody");
}

std::string EventLine(const Event& event) {
  std::string line = std::string(ToString(event.status)) + "  " + TypeLabel(event.type);
  for (const std::string& part : {PartiesLine(event.roles), StakeLine(event.stake_percent),
                                  event.amount ? AmountLine(*event.amount) : std::string()}) {
    if (!part.empty()) line += "  " + part;
  }
  return line;
}

std::string PairLines(const RunPair& pair) {
  if (pair.change == RunChange::kGained) {
    return "  + " + EventLine(*pair.after) + "  (" + pair.after->rule + ")\n";
  }
  const Event& before = pair.before->event;
  const std::string id = FormatEventId(pair.before->id);
  if (pair.change == RunChange::kLost) return "  - " + EventLine(before) + "  (" + before.rule + ")  " + id + "\n";
  std::string rule = before.rule;
  if (before.rule != pair.after->rule) rule += " → " + pair.after->rule;
  std::string out = "  ~ " + EventLine(before) + "  (" + rule + ")  " + id + "\n";
  for (const std::string& field : ChangedFields(before, *pair.after)) {
    out += "      " + field + ": " + FieldOf(before, field) + " → " + FieldOf(*pair.after, field) + "\n";
  }
  return out;
}

// The event as it would be stored, without what only storing gives.
Json AfterJson(const Article& article, const Event& event) {
  StoredEvent stored;
  stored.article = {article.id,       article.ref,          article.url, article.source_id, article.site, article.title,
                    article.language, article.published_at, ""};
  if (event.sentence.end <= article.text.size()) stored.sentence = std::string(event.sentence.in(article.text));
  stored.event = event;
  Json json = EventJson(stored);
  for (const char* key : {"id", "seq", "storyline", "article"}) json.erase(key);
  return json;
}

Json PairJson(const Article& article, const RunPair& pair) {
  Json fields = Json::array();
  if (pair.change == RunChange::kChanged) {
    for (const std::string& field : ChangedFields(pair.before->event, *pair.after)) fields.push_back(field);
  }
  Json before = pair.before != nullptr ? EventJson(*pair.before) : Json(nullptr);
  if (before.is_object()) before.erase("article");
  return {{"change", ToString(pair.change)},
          {"id", pair.before != nullptr ? Json(FormatEventId(pair.before->id)) : Json(nullptr)},
          {"rule", pair.after != nullptr ? pair.after->rule : pair.before->event.rule},
          {"article", {{"id", article.id}, {"url", article.url}, {"title", article.title}}},
          {"fields", std::move(fields)},
          {"before", std::move(before)},
          {"after", pair.after != nullptr ? AfterJson(article, *pair.after) : Json(nullptr)}};
}

struct DiffCounts {
  size_t pages = 0, articles = 0, same = 0, changed = 0, gained = 0, lost = 0;
};

void PrintPage(const ArchivedPage& page, const std::vector<RunPair>& pairs, bool lines, DiffCounts& counts) {
  size_t told = page.articles.size();  // the article that was named last
  for (const RunPair& pair : pairs) {
    counts.same += pair.change == RunChange::kSame;
    counts.changed += pair.change == RunChange::kChanged;
    counts.gained += pair.change == RunChange::kGained;
    counts.lost += pair.change == RunChange::kLost;
    if (pair.change == RunChange::kSame) continue;
    const Article& article = page.articles[pair.article];
    if (lines) {
      Print(ToLine(PairJson(article, pair)) + "\n");
      continue;
    }
    if (pair.article != told) {
      Print("\"" + Printable(article.title) + "\"  " + article.id + "\n  " + Printable(article.url) + "\n");
    }
    told = pair.article;
    Print(PairLines(pair));
  }
}

int RunDiff(Session& session, const RulesFlags& flags) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const SourcesById sources = ById((*config)->sources);
  const std::atomic<bool>& stop = StopOnSignals();
  DiffCounts counts;
  const auto walked = (*log)->EachPage([&](ArchivedPage& page) {
    std::vector<std::vector<Event>> read;
    for (const Article& article : page.articles) read.push_back(ReadArticle(article, sources, **rulebook).events);
    ++counts.pages;
    counts.articles += page.articles.size();
    PrintPage(page, CompareRuns(page, read), flags.format == "jsonl", counts);
    return !stop;
  });
  if (!walked) return Complain(walked.error());
  const size_t different = counts.changed + counts.gained + counts.lost;
  const std::string read =
      " in " + Plural(counts.articles, "article", "articles") + ", read with packs " + (*rulebook)->hash().substr(0, 8);
  if (different == 0) {
    Say("no difference: " + Plural(counts.same, "event", "events") + read);
  } else {
    Say(fmt::format("{} gained, {} lost, {} changed, {} the same{}", counts.gained, counts.lost, counts.changed,
                    counts.same, read));
  }
  if (!stop) return kOk;
  Say("interrupted: the rest of the archive was not compared");
  return kInterrupted;
}

// ---- stale ----------------------------------------------------------------------------------------
constexpr size_t kRowsPerPage = 1'000;

struct Uses {
  std::map<std::string, size_t> by_rule;                          // events of each rule
  std::map<std::pair<std::string, std::string>, size_t> by_hash;  // of each pack hash that is not the current one, rule
  size_t events = 0;
};

Result<Uses> CountUses(const EventLog& log, const Rulebook& rulebook) {
  const auto everything = ParseQuery("", rulebook.lexicon(), SystemClock().Now());
  if (!everything) return tl::unexpected(everything.error());
  Uses uses;
  QueryOptions options;
  options.limit = kRowsPerPage;
  do {
    const auto page = log.Select(*everything, options);
    if (!page) return tl::unexpected(page.error());
    for (const StoredEvent& row : page->rows) {
      ++uses.events;
      ++uses.by_rule[row.event.rule];
      if (row.event.pack_hash != rulebook.hash()) ++uses.by_hash[{row.event.pack_hash, row.event.rule}];
    }
    options.cursor = page->next;
  } while (!options.cursor.empty());
  return uses;
}

struct StaleRow {
  std::string what, rule, packs, where;
  size_t events;
};

std::vector<StaleRow> StaleRows(const Uses& uses, const Rulebook& rulebook) {
  std::vector<StaleRow> rows;
  std::set<std::string> known;
  for (const RuleInfo& rule : rulebook.Rules()) {
    known.insert(rule.id);
    if (!uses.by_rule.count(rule.id))
      rows.push_back({"never fired", rule.id, "", rule.file + ":" + std::to_string(rule.line), 0});
  }
  for (const auto& [rule, events] : uses.by_rule) {
    if (!known.count(rule)) rows.push_back({"no such rule", rule, "", "", events});
  }
  std::map<std::string, size_t> hashes;
  for (const auto& [key, events] : uses.by_hash) hashes[key.first] += events;
  for (const auto& [hash, events] : hashes) rows.push_back({"other packs", "", hash, "", events});
  return rows;
}

int RunStale(Session& session, const RulesFlags& flags) {
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const auto uses = CountUses(**log, **rulebook);
  if (!uses) return Complain(uses.error());
  const std::vector<StaleRow> rows = StaleRows(*uses, **rulebook);
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  std::map<std::string, size_t> counts;
  for (const StaleRow& row : rows) {
    counts[row.what] += row.events;
    cells.push_back({row.what, row.rule, row.packs, std::to_string(row.events), row.where});
    const auto text = [](const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); };
    objects.push_back({{"what", row.what},
                       {"rule", text(row.rule)},
                       {"packs", text(row.packs)},
                       {"events", row.events},
                       {"where", text(row.where)}});
  }
  PrintRows({{"WHAT"}, {"RULE"}, {"PACKS"}, {"EVENTS", true}, {"WHERE", false, true}},
            {"what", "rule", "packs", "events", "where"}, cells, objects, *ParseFormat(flags.format));
  if (counts["other packs"] + counts["no such rule"] == 0) {
    Say("every stored event was read with these packs (" + (*rulebook)->hash() + ")");
  } else {
    Say(Plural(counts["other packs"], "event was", "events were") + " read with other packs than these (" +
        (*rulebook)->hash() + "), " + std::to_string(counts["no such rule"]) +
        " by rules that are gone: tocsin rules diff shows what differs, tocsin reextract reads them again");
  }
  return kOk;
}

// ---- bench ----------------------------------------------------------------------------------------
constexpr size_t kBenchBytes = 4u << 20;  // of text: enough to time, little enough to keep
constexpr int kBenchRounds = 3;           // of each the fastest counts

struct BenchText {
  Article article;
  Annotations annotations;
};

using Steady = std::chrono::steady_clock;

double SecondsSince(Steady::time_point began) { return std::chrono::duration<double>(Steady::now() - began).count(); }

Result<std::vector<Article>> BenchArticles(Session& session, const std::vector<std::string>& files) {
  std::vector<Article> articles;
  size_t bytes = 0;
  const auto take = [&](Article article) {
    bytes += article.text.size();
    articles.push_back(std::move(article));
    return bytes < kBenchBytes;
  };
  if (files.empty()) {
    const auto log = session.OpenForReading();
    if (!log) return tl::unexpected(log.error());
    const auto walked = (*log)->EachPage([&](ArchivedPage& page) { return take(std::move(page.articles.back())); });
    if (!walked) return tl::unexpected(walked.error());
    return articles;
  }
  DocumentStream documents(files, "", "", SystemClock().Now());
  for (auto document = documents.Next(); document; document = documents.Next()) {
    auto decoded = Decode(*document, {});
    if (!decoded) {
      Say(Printable(document->url + ": " + decoded.error().what));
      continue;
    }
    bool more = true;
    for (Article& article : decoded->articles) more = take(std::move(article));
    if (!more) break;
  }
  for (const std::string& problem : documents.problems()) Say(Printable(problem));
  return articles;
}

struct BenchRow {
  std::string rule;
  size_t matches = 0, turned_down = 0;
  double seconds = 0;
};

// How long recognition takes over all texts: the fastest of a few rounds.
double TimeOf(const std::vector<BenchText>& texts, const SourcesById& sources, const Rulebook& rulebook) {
  double best = 1e9;
  for (int round = 0; round < kBenchRounds; ++round) {
    const auto began = Steady::now();
    for (const BenchText& text : texts)
      Recognize(text.article.text, text.annotations, ContextOf(text.article, sources), rulebook);
    best = std::min(best, SecondsSince(began));
  }
  return best;
}

std::vector<BenchRow> BenchRows(const std::vector<BenchText>& texts, const SourcesById& sources,
                                const Rulebook& rulebook) {
  std::map<std::string, BenchRow> by_rule;
  for (const RuleInfo& rule : rulebook.Rules()) by_rule[rule.id].rule = rule.id;
  for (const BenchText& text : texts) {
    const Recognition found =
        Recognize(text.article.text, text.annotations, ContextOf(text.article, sources), rulebook, true);
    for (const Event& event : found.events) ++by_rule[event.rule].matches;
    for (const Rejection& rejection : found.rejections) ++by_rule[rejection.rule].turned_down;
  }
  const double without = TimeOf(texts, sources, *rulebook.Only(""));  // what reading costs before any rule
  std::vector<BenchRow> rows;
  for (auto& [id, row] : by_rule) {
    row.seconds = std::max(0.0, TimeOf(texts, sources, *rulebook.Only(id)) - without);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.seconds > b.seconds; });
  return rows;
}

int RunBench(Session& session, const RulesFlags& flags) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  auto articles = BenchArticles(session, flags.words);
  if (!articles) return Complain(articles.error());
  if (articles->empty()) return Complain({Errc::kNotFound, "rules bench: there is no text to read"});
  const SourcesById sources = ById((*config)->sources);
  std::vector<BenchText> texts;
  double megabytes = 0;
  const auto began = Steady::now();
  for (Article& article : *articles) {
    megabytes += double(article.text.size()) / 1e6;
    BenchText text{std::move(article), {}};
    text.annotations = Annotate(text.article.text, ContextOf(text.article, sources), (*rulebook)->lexicon());
    texts.push_back(std::move(text));
  }
  const double reading = SecondsSince(began), rules = TimeOf(texts, sources, **rulebook);
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  for (const BenchRow& row : BenchRows(texts, sources, **rulebook)) {
    const double ms = row.seconds * 1e3 / std::max(megabytes, 1e-9);
    cells.push_back({row.rule, fmt::format("{:.2f}", ms), fmt::format("{:.1f}", 100 * row.seconds / rules),
                     std::to_string(row.matches), std::to_string(row.turned_down)});
    objects.push_back({{"rule", row.rule},
                       {"ms_per_megabyte", ms},
                       {"percent", 100 * row.seconds / rules},
                       {"matches", row.matches},
                       {"turned_down", row.turned_down}});
  }
  PrintRows({{"RULE"}, {"MS/MB", true}, {"%", true}, {"MATCHES", true}, {"TURNED DOWN", true}},
            {"rule", "ms_per_megabyte", "percent", "matches", "turned_down"}, cells, objects,
            *ParseFormat(flags.format));
  Say(fmt::format("{}, {:.2f} MB: reading {:.2f} MB/s, all rules {:.2f} MB/s, together {:.2f} MB/s",
                  Plural(texts.size(), "article", "articles"), megabytes, megabytes / reading, megabytes / rules,
                  megabytes / (reading + rules)));
  return kOk;
}

}  // namespace

void AddRulesOnArchive(CLI::App& rules, Session& session) {
  auto flags = std::make_shared<RulesFlags>();
  CLI::App* diff = AddRulesCommand(rules, session, flags, "diff",
                                   "What the packs would change in the stored events; nothing is written", RunDiff);
  auto stale = std::make_shared<RulesFlags>();
  AddFormat(*AddRulesCommand(rules, session, stale, "stale",
                             "Rules that never fired, and stored events of rules or packs that are gone", RunStale),
            stale->format);
  auto bench = std::make_shared<RulesFlags>();
  CLI::App* command =
      AddRulesCommand(rules, session, bench, "bench",
                      "What each rule costs and finds, slowest first, over files or the archive", RunBench);
  command->add_option("FILE", bench->words, "Files or folders to read (default: the stored articles, up to 4 MB)");
  AddFormat(*command, bench->format);
  OnlyWords(*diff->add_option("--format", flags->format, "table or jsonl"), {"table", "jsonl"});
}

}  // namespace tocsin
