#include "tests/support/compare_case.h"

#include <algorithm>

namespace tocsin::support {
namespace {

// Names are compared without article, and ASCII letters in any case.
std::string Fold(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  }
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

bool Names(const std::string& expected, const Participant& got, std::string_view text) {
  const std::string folded = Fold(expected);
  return folded == Fold(got.name) || folded == Fold(got.id) || folded == Fold(got.span.in(text));
}

std::string Join(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.empty() ? "nobody" : list;
}

std::string Join(const std::vector<Participant>& participants) {
  std::vector<std::string> names;
  for (const Participant& p : participants) names.push_back(p.name);
  return Join(names);
}

// The same parties, in any order: everyone who is expected, and nobody else.
bool SameParties(const std::vector<std::string>& expected, const std::vector<Participant>& got, std::string_view text) {
  const auto found = [&](const std::string& name) {
    return std::any_of(got.begin(), got.end(), [&](const Participant& p) { return Names(name, p, text); });
  };
  const auto wanted = [&](const Participant& p) {
    return std::any_of(expected.begin(), expected.end(), [&](const std::string& n) { return Names(n, p, text); });
  };
  return std::all_of(expected.begin(), expected.end(), found) && std::all_of(got.begin(), got.end(), wanted);
}

std::string Describe(const EventAmount& amount) {
  std::string words = ToString(amount.value);
  if (!(amount.upper == amount.value)) words += ".." + ToString(amount.upper);
  return words + " " + std::string(amount.currency.view());
}

// Collects the differences of one pair as "what: expected X, got Y".
struct Differences {
  std::vector<std::string> found;
  void Add(const std::string& what, const std::string& expected, const std::string& got) {
    found.push_back(what + ": expected " + (expected.empty() ? "none" : expected) + ", got " +
                    (got.empty() ? "none" : got));
  }
};

void CompareAmount(const ExpectedAmount& expected, const Event& got, std::string_view text, Differences& out) {
  const std::string printed = got.amount ? Describe(*got.amount) : "";
  if (expected.surface.empty()) {
    if (got.amount) out.Add("amount", "", printed);
    return;
  }
  std::string wanted = ToString(expected.value);
  if (!(expected.upper == expected.value)) wanted += ".." + ToString(expected.upper);
  wanted += " " + expected.currency;
  if (printed != wanted) return out.Add("amount", wanted, printed);
  const std::string_view surface = got.amount->span.in(text);
  if (surface != expected.surface) out.Add("words of the amount", expected.surface, std::string(surface));
}

void CompareAttribution(const std::string& expected, const Event& got, std::string_view text, Differences& out) {
  const std::string folded = Fold(expected);
  if (folded == Fold(got.attribution.name) || folded == Fold(got.attribution.span.in(text))) return;
  out.Add("attribution", expected, got.attribution.name);
}

std::vector<std::string> CompareEvent(const ExpectedEvent& expected, const Event& got, std::string_view text) {
  Differences out;
  if (expected.status != got.status) out.Add("status", ToString(expected.status), ToString(got.status));
  for (const auto& [role, names] : expected.roles) {
    if (!SameParties(names, got.role(role), text)) out.Add(ToString(role), Join(names), Join(got.role(role)));
  }
  if (expected.amount) CompareAmount(*expected.amount, got, text, out);
  const std::string date = got.when ? got.when->edtf : "";
  if (expected.date && *expected.date != date) out.Add("date", *expected.date, date);
  if (expected.stake_percent && expected.stake_percent != got.stake_percent) {
    out.Add("stake", ToString(*expected.stake_percent), got.stake_percent ? ToString(*got.stake_percent) : "");
  }
  if (expected.attribution) CompareAttribution(*expected.attribution, got, text, out);
  if (expected.background && !got.background) out.Add("background", "yes", "no");
  return out.found;
}

struct Candidate {
  size_t index = 0;
  std::vector<std::string> differences;
};

// The event of the expected type that differs least; none when there is no event of that type left.
std::optional<Candidate> Nearest(const ExpectedEvent& expected, const std::vector<Event>& events,
                                 const std::vector<bool>& used, std::string_view text) {
  std::optional<Candidate> best;
  for (size_t i = 0; i < events.size(); ++i) {
    if (used[i] || !TypeMatches(events[i].type, expected.type)) continue;
    auto differences = CompareEvent(expected, events[i], text);
    if (!best || differences.size() < best->differences.size()) best = Candidate{i, std::move(differences)};
  }
  return best;
}

}  // namespace

std::string Describe(const Event& event, std::string_view text) {
  std::string words = event.type + " " + ToString(event.status);
  for (size_t i = 0; i < kRoleCount; ++i) {
    if (!event.roles[i].empty()) words += std::string(", ") + ToString(Role(i)) + " " + Join(event.roles[i]);
  }
  if (event.amount) words += ", " + Describe(*event.amount);
  if (event.stake_percent) words += ", " + ToString(*event.stake_percent) + " %";
  return words + " ('" + std::string(event.trigger.in(text)) + "', rule " + event.rule + ")";
}

std::vector<std::string> CompareArticle(const CaseFile& file, const CaseArticle& article,
                                        const std::vector<Event>& events) {
  std::vector<std::string> report;
  const auto say = [&](int line, const std::string& what) {
    report.push_back(file.file + ":" + std::to_string(line) + ": " + what);
  };
  std::vector<bool> used(events.size());
  for (const ExpectedEvent& expected : article.events) {
    const auto nearest = Nearest(expected, events, used, article.text);
    if (!nearest) {
      say(expected.line, "no " + expected.type + " was found");
      continue;
    }
    used[nearest->index] = true;
    for (const std::string& difference : nearest->differences) say(expected.line, difference);
  }
  if (!article.nothing && !article.nothing_else) return report;
  for (size_t i = 0; i < events.size(); ++i) {
    if (!used[i]) say(article.line, "unexpected: " + Describe(events[i], article.text));
  }
  return report;
}

}  // namespace tocsin::support
