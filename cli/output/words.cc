#include "cli/output/words.h"

#include <fmt/format.h>

#include <array>

#include "cli/output/terminal.h"

namespace tocsin {
namespace {

constexpr size_t kNamesShown = 2;
constexpr size_t kDecimalsShown = 3;

std::string Names(const std::vector<Participant>& people) {
  std::string out;
  for (size_t i = 0; i < people.size() && i < kNamesShown; ++i) {
    if (i > 0) out += ", ";
    out += Printable(people[i].name);
  }
  if (people.size() > kNamesShown) out += fmt::format(" +{}", people.size() - kNamesShown);
  return out;
}

struct Scale {
  int power;
  const char* unit;
};

Scale ScaleOf(const Decimal& value) {
  static constexpr std::array kScales = {Scale{12, " tn"}, Scale{9, " bn"}, Scale{6, " m"}};
  for (const Scale& scale : kScales) {
    if (!(value < Decimal{1, scale.power})) return scale;
  }
  return {0, ""};
}

std::string Grouped(const std::string& digits) {
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

// The number without its unit; `rounded` is set when decimals were dropped.
std::string Scaled(const Decimal& value, int power, bool& rounded) {
  const std::optional<Decimal> scaled = ScaleByPowerOfTen(value, -power);
  std::string text = ToString(scaled.value_or(value));
  const size_t dot = text.find('.');
  std::string fraction = dot == std::string::npos ? "" : text.substr(dot);
  if (fraction.size() > kDecimalsShown + 1) {
    fraction.resize(kDecimalsShown + 1);
    rounded = true;
  }
  return Grouped(text.substr(0, dot)) + fraction;
}

const char* QualifierWord(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::kApprox: return "about ";
    case Qualifier::kMoreThan: return "over ";
    case Qualifier::kAtLeast: return "at least ";
    case Qualifier::kLessThan: return "under ";
    case Qualifier::kUpTo: return "up to ";
    case Qualifier::kNearly: return "nearly ";
    default: return "";
  }
}

}  // namespace

std::string PartiesLine(const Roles& roles) {
  const std::string actor = Names(roles[size_t(Role::kActor)]);
  const std::string target = Names(roles[size_t(Role::kTarget)]);
  if (actor.empty() && target.empty()) return {};
  if (target.empty() || target == actor) return actor;  // a listing, a partnership: all are both
  return actor.empty() ? "→ " + target : actor + " → " + target;
}

std::string AmountLine(const EventAmount& amount) {
  bool rounded = false;
  const Scale scale = ScaleOf(amount.upper < amount.value ? amount.value : amount.upper);
  std::string number = Scaled(amount.value, scale.power, rounded);
  if (!(amount.value == amount.upper)) number += "–" + Scaled(amount.upper, scale.power, rounded);
  const std::string currency = amount.currency.view() == "XXX" ? "" : std::string(amount.currency.view()) + " ";
  return std::string(QualifierWord(amount.qualifier)) + (rounded ? "≈" : "") + currency + number + scale.unit;
}

std::string StakeLine(const std::optional<Decimal>& percent) { return percent ? ToString(*percent) + " %" : ""; }

std::string TypeOf(const Event& event) {
  const std::string label = TypeLabel(event.type);
  if (!event.background) return label;
  const bool own_date = event.when && !event.when->from_publication;
  return label + (own_date ? " (background, " + event.when->edtf + ")" : " (background)");
}

std::string Headline(const Storyline& storyline) {
  std::string line = std::string(ToString(storyline.status)) + "  " + TypeLabel(storyline.type);
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += "  " + part;
  };
  add(PartiesLine(storyline.roles));
  add(StakeLine(storyline.stake_percent));
  if (!storyline.amounts.empty()) add(AmountLine(storyline.amounts.front().amount));
  return line;
}

const std::string& OutletOf(const ArticleHead& article) { return article.site.empty() ? article.source : article.site; }

std::string ReportsLine(size_t reports, size_t independent) {
  if (reports == 1) return "1 report";
  return fmt::format("{} reports, {} independent", WithSeparators(reports), WithSeparators(independent));
}

std::string CorrectionLine(const Correction& correction) {
  const bool merge = correction.kind == Correction::Kind::kMerge;
  std::string line =
      std::string(merge ? "merged" : "set apart") + " by hand on " + DayLine({correction.at, Precision::kDay}) + ", ";
  if (merge) line += WithSeparators(correction.left.size()) + " and ";
  line += WithSeparators(correction.right.size()) + (!merge && correction.right.size() == 1 ? " report" : " reports");
  if (correction.undoes != 0) line += " (taking back an earlier correction)";
  return correction.undone ? line + " (taken back since)" : line;
}

std::string WithSeparators(uint64_t number) { return Grouped(std::to_string(number)); }

std::string DayLine(const Timestamp& at) {
  static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!at.known()) return {};
  const CivilDay day = DayOf(at.at);
  return fmt::format("{} {} {}", int(day.day), kMonths[size_t(day.month - 1)], day.year);
}

}  // namespace tocsin
