#include "rules/engine/rule_tests.h"

#include <algorithm>

#include "rules/recognizer.h"

namespace tocsin {
namespace {

std::string Names(const std::vector<Participant>& participants) {
  std::string out;
  for (const Participant& p : participants) out += (out.empty() ? "" : ", ") + p.name;
  return out;
}

std::string Describe(const Event& e) {
  std::string out = e.type + " " + ToString(e.status) + " by " + e.rule;
  for (size_t r = 0; r < kRoleCount; ++r) {
    if (!e.roles[r].empty()) out += std::string(" ") + ToString(Role(r)) + "=" + Names(e.roles[r]);
  }
  if (e.amount) out += " amount=" + ToString(e.amount->value) + " " + std::string(e.amount->currency.view());
  return out;
}

bool Fills(const std::vector<Participant>& participants, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
    return std::any_of(participants.begin(), participants.end(),
                       [&](const Participant& p) { return p.id == name || p.name == name; });
  });
}

bool Satisfies(const Event& e, const RuleExample& wanted) {
  if (wanted.status && e.status != *wanted.status) return false;
  if (!wanted.event.empty() && e.type != wanted.event) return false;
  if (!wanted.amount.empty()) {
    if (!e.amount || ToString(e.amount->value) + " " + std::string(e.amount->currency.view()) != wanted.amount)
      return false;
  }
  return std::all_of(wanted.roles.begin(), wanted.roles.end(),
                     [&](const auto& role) { return Fills(e.role(role.first), role.second); });
}

class TestRun {
 public:
  TestRun(const Rulebook& rulebook, const CompiledPack& pack) : rulebook_(rulebook), pack_(pack) {}

  RuleTestReport Run() {
    for (const Rule& rule : pack_.rules) {
      for (const RuleExample& example : rule.examples) RunExample(rule, example);
    }
    for (const PackTest& test : pack_.tests) RunTest(test);
    return std::move(report_);
  }

 private:
  std::vector<Event> Read(const std::string& text, const std::string& language, const Timestamp& published) {
    AnnotateContext context;
    context.language = language;
    context.published = published;
    const Annotations annotations = Annotate(text, context, rulebook_.lexicon());
    Recognition found = Recognize(text, annotations, context, rulebook_, true);
    rejections_ = std::move(found.rejections);
    return std::move(found.events);
  }

  std::string Got(const std::vector<Event>& events) const {
    std::string out = "got";
    for (const Event& e : events) out += "\n    " + Describe(e);
    if (events.empty()) out += " no event";
    for (const Rejection& r : rejections_) out += "\n    (" + r.rule + ": " + r.reason + ")";
    return out;
  }

  void RunExample(const Rule& rule, const RuleExample& example) {
    ++report_.run;
    const auto events = Read(example.text, rule.language, {});
    const auto by_rule = [&](const Event& e) { return e.rule == rule.id; };
    const bool ok = example.match ? std::any_of(events.begin(), events.end(),
                                                [&](const Event& e) { return by_rule(e) && Satisfies(e, example); })
                                  : std::none_of(events.begin(), events.end(), by_rule);
    if (ok) {
      ++report_.passed;
      return;
    }
    const std::string expected =
        example.match ? "expected an event by this rule as the example says; " : "expected no event by this rule; ";
    report_.failures.push_back({example.where, rule.id, example.text, expected + Got(events)});
  }

  void RunTest(const PackTest& test) {
    ++report_.run;
    const auto events = Read(test.text, test.language, test.published);
    const bool all = std::all_of(test.expect.begin(), test.expect.end(), [&](const RuleExample& wanted) {
      return std::any_of(events.begin(), events.end(), [&](const Event& e) { return Satisfies(e, wanted); });
    });
    if (all && events.size() == test.expect.size()) {
      ++report_.passed;
    } else if (test.todo) {
      ++report_.todo;
    } else {
      report_.failures.push_back(
          {test.where, "", test.text,
           "expected " + std::to_string(test.expect.size()) + " events as the test says; " + Got(events)});
    }
  }

  const Rulebook& rulebook_;
  const CompiledPack& pack_;
  std::vector<Rejection> rejections_;
  RuleTestReport report_;
};

}  // namespace

RuleTestReport RunRuleTests(const Rulebook& rulebook, const CompiledPack& pack) {
  return TestRun(rulebook, pack).Run();
}

}  // namespace tocsin
