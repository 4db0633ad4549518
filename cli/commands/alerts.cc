// tocsin alerts: the standing questions, where they ring, and what rang.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/alert/channel.h"
#include "cli/commands/commands.h"
#include "cli/commands/deliver.h"
#include "cli/output/event_json.h"
#include "ingest/base/suggest.h"

namespace tocsin {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::vector<std::string> Names(const std::vector<ChangeKind>& kinds) {
  std::vector<std::string> names;
  for (const ChangeKind kind : kinds) names.emplace_back(ToString(kind));
  return names;
}

int RunList(Session& session, const std::string& format) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  for (const AlertConfig& alert : (*config)->alerts) {
    cells.push_back({alert.id, Printable(alert.when), Joined(Names(alert.on)), Joined(alert.to)});
    objects.push_back(
        {{"id", alert.id}, {"when", alert.when}, {"on", Names(alert.on)}, {"to", alert.to}, {"where", alert.where}});
  }
  if (cells.empty()) Say("no alerts yet: add some under \"alerts:\" in tocsin.yaml");
  const Format chosen = *ParseFormat(format);
  if (chosen == Format::kTable && !cells.empty()) {
    Print(RenderTable({{"ID"}, {"WHEN", false, true}, {"ON", false, true}, {"TO", false, true}}, cells, ScreenOf(1)));
  } else if (chosen == Format::kCsv) {
    Print(RenderCsv({"id", "when", "on", "to"}, cells));
  } else if (chosen != Format::kTable) {
    Print(chosen == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects));
  }
  return kOk;
}

int RunCheck(Session& session) {
  const auto rules = session.AlertRules();
  if (!rules) return Complain(rules.error());
  for (const AlertRule& rule : *rules) {
    Print("ok  " + rule.id + "\n");
    for (const std::string& note : rule.when.notes) Say("note: " + rule.id + ": " + Printable(note));
  }
  Say(Plural(rules->size(), "alert", "alerts") + " checked");
  return kOk;
}

Alert Sample(Instant now) {
  Alert alert;
  alert.id = "test-" + std::to_string(now.seconds);
  alert.rule = "test";
  alert.kind = ChangeKind::kNewStoryline;
  alert.headline = "this is a test of the alarm: nothing happened";
  alert.storyline = FormatEventId(0);
  alert.url = "https://example.org/";
  alert.source = "tocsin";
  alert.title = "Test";
  alert.reported_at = {now, Precision::kSecond};
  alert.rang_at = now;
  return alert;
}

int RunTest(Session& session, std::vector<std::string> wanted) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const Channels channels = MakeChannels((*config)->channels);
  std::vector<std::string_view> ids;
  for (const auto& [id, channel] : channels) ids.push_back(id);
  if (wanted.empty()) wanted.assign(ids.begin(), ids.end());
  const Alert sample = Sample(SystemClock().Now());
  size_t failed = 0;
  for (const std::string& id : wanted) {
    const auto channel = channels.find(id);
    if (channel == channels.end())
      return Complain({Errc::kConfig, "no channel is called \"" + id + "\"" + DidYouMean(id, ids)});
    const auto sent = channel->second->Send(sample);
    Say((sent ? "ok      " : "failed  ") + id + (sent ? "" : ": " + Printable(sent.error().what)));
    failed += !sent;
  }
  return failed == 0 ? kOk : failed == wanted.size() ? kFailed : kPartial;
}

int RunLog(Session& session, size_t limit, const std::string& format) {
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const auto entries = (*log)->Alerts(limit);
  if (!entries) return Complain(entries.error());
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  for (const OutboxEntry& entry : *entries) {
    const Alert& alert = entry.alert;
    const bool done = entry.delivered.size() >= alert.channels.size();
    const std::string state = done ? "delivered" : "waits (" + std::to_string(entry.attempts) + " tried)";
    cells.push_back({FormatInstant(alert.rang_at), alert.rule, ToString(alert.kind), Printable(alert.headline),
                     Printable(alert.detail), state, alert.storyline});
    objects.push_back(AlertJson(alert));
    objects.back()["channels"] = alert.channels;
    objects.back()["delivered"] = entry.delivered;
    objects.back()["attempts"] = entry.attempts;
  }
  const Format chosen = *ParseFormat(format);
  if (cells.empty()) Say("nothing has rung yet");
  if (chosen == Format::kTable && !cells.empty()) {
    Print(RenderTable(
        {{"RANG"}, {"RULE"}, {"KIND"}, {"WHAT", false, true}, {"CHANGE", false, true}, {"STATE"}, {"STORYLINE"}}, cells,
        ScreenOf(1)));
  } else if (chosen == Format::kCsv) {
    Print(RenderCsv({"rang_at", "rule", "kind", "headline", "detail", "state", "storyline"}, cells));
  } else if (chosen != Format::kTable) {
    Print(chosen == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects));
  }
  return kOk;
}

int RunDeliver(Session& session) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  const std::atomic<bool>& stop = StopOnSignals();
  const bool delivered = DeliverAlerts(**log, **config, stop);
  if (stop) return kInterrupted;
  if (delivered) Say("no alert waits");
  return delivered ? kOk : kPartial;
}

}  // namespace

void AddAlerts(CLI::App& app, Session& session) {
  CLI::App* alerts = app.add_subcommand("alerts", "Standing questions, and what rang");
  alerts->require_subcommand(1);

  auto list_format = std::make_shared<std::string>("table");
  CLI::App* list = alerts->add_subcommand("list", "The configured alerts");
  AddFormat(*list, *list_format);
  list->callback([=, &session] { session.chosen = [=, &session] { return RunList(session, *list_format); }; });

  CLI::App* check = alerts->add_subcommand("check", "Whether their queries and channels are right");
  check->callback([&session] { session.chosen = [&session] { return RunCheck(session); }; });

  auto wanted = std::make_shared<std::vector<std::string>>();
  CLI::App* test = alerts->add_subcommand("test", "Send a test alert");
  test->add_option("CHANNEL", *wanted, "Channels (default: all)");
  test->callback([=, &session] { session.chosen = [=, &session] { return RunTest(session, *wanted); }; });

  auto log_format = std::make_shared<std::string>("table");
  auto limit = std::make_shared<size_t>(50);
  CLI::App* log = alerts->add_subcommand("log", "What rang, newest first");
  log->add_option("--limit", *limit, "Rows at most (default 50)")->check(CLI::Range(size_t(1), size_t(1'000'000)));
  AddFormat(*log, *log_format);
  log->callback([=, &session] { session.chosen = [=, &session] { return RunLog(session, *limit, *log_format); }; });

  CLI::App* deliver = alerts->add_subcommand("deliver", "Try again what could not be delivered");
  deliver->callback([&session] { session.chosen = [&session] { return RunDeliver(session); }; });
}

}  // namespace tocsin
