#include "rules/taxonomy.h"

#include <array>

namespace tocsin {
namespace {

constexpr std::array<std::string_view, 19> kTypes = {"investment.equity_stake",
                                                     "investment.sovereign_fund",
                                                     "investment.state_fund",
                                                     "investment.venture_round",
                                                     "investment.acquisition",
                                                     "investment.ipo",
                                                     "investment.loan_or_guarantee",
                                                     "investment.grant_or_subsidy",
                                                     "investment.tax_incentive",
                                                     "investment.cloud_credits",
                                                     "investment.procurement_contract",
                                                     "investment.partnership",
                                                     "investment.infrastructure_buildout",
                                                     "policy.export_control",
                                                     "policy.regulation",
                                                     "policy.legislation",
                                                     "policy.standard_or_guidance",
                                                     "policy.investigation_or_enforcement",
                                                     "policy.sanction_or_tariff"};

constexpr std::array<const char*, kStatusCount> kStatusNames = {"considered", "proposed", "announced",
                                                                "completed",  "denied",   "cancelled"};

// Whether `type` is `above` or lies below it in the path.
bool IsBelow(std::string_view type, std::string_view above) {
  return type.starts_with(above) && (type.size() == above.size() || type[above.size()] == '.');
}

}  // namespace

const char* ToString(Status status) { return kStatusNames[size_t(status)]; }

std::optional<Status> ParseStatus(std::string_view text) {
  for (size_t i = 0; i < kStatusCount; ++i) {
    if (text == kStatusNames[i]) return Status(i);
  }
  return std::nullopt;
}

std::span<const std::string_view> BuiltInTypes() { return kTypes; }

bool IsKnownType(std::string_view type) {
  for (const std::string_view known : kTypes) {
    if (IsBelow(type, known)) return true;
  }
  return false;
}

bool TypeMatches(std::string_view type, std::string_view pattern) {
  if (pattern.ends_with(".*")) pattern.remove_suffix(2);
  if (IsBelow(type, pattern)) return true;
  // The last part alone is enough: "equity_stake".
  const size_t dot = type.find('.');
  return dot != std::string_view::npos && IsBelow(type.substr(dot + 1), pattern);
}

std::string TypeLabel(std::string_view type) {
  const size_t dot = type.find('.');
  std::string label(dot == std::string_view::npos ? type : type.substr(dot + 1));
  for (char& c : label) {
    if (c == '_') c = ' ';
  }
  return label;
}

}  // namespace tocsin
