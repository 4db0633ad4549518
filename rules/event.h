// One report of one happening: who does what to whom, for how much, how firmly, says who.
//
// Spans are bytes of the article's text: the words can always be shown.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nlp/annotations.h"
#include "rules/taxonomy.h"

namespace tocsin {

enum class Role : uint8_t { kActor, kTarget, kSupporter, kOpponent, kFundingSource };
inline constexpr size_t kRoleCount = 5;
const char* ToString(Role role);  // "actor", "target", "supporter", "opponent", "funding_source"

struct Participant {
  std::string id;    // Entity::id
  std::string name;  // Entity::name
  EntityType type = EntityType::kOrganization;
  std::string country;  // ISO 3166-1 alpha-2, or ""
  ByteSpan span;        // where the text names it in this role
};

struct EventAmount {
  Decimal value, upper;  // equal unless a range was written
  CurrencyCode currency;
  Qualifier qualifier = Qualifier::kExact;
  ByteSpan span;
};

// When it happened or is to happen, as precisely as text and publication date allow.
struct EventDate {
  std::string edtf;  // "2025-08-22", "2025-08", "2025", or an interval "2025-01-01/2025-03-31" (EDTF level 0, closed)
  CivilDay first, after;  // the same as half-open days
  ByteSpan span;          // empty: the publication date stands in
  bool from_publication = false;
};

struct Attribution {
  std::string name;  // "Reuters", "people familiar", a person's name; "" = the outlet itself
  ByteSpan span;     // empty when the outlet itself
};

struct Event {
  std::string type;  // taxonomy path
  Status status = Status::kAnnounced;
  ByteSpan status_cue;                                     // empty when the trigger's own form decides
  std::array<std::vector<Participant>, kRoleCount> roles;  // by Role
  std::optional<EventAmount> amount;
  std::optional<Decimal> stake_percent;
  ByteSpan stake_span;
  std::optional<EventDate> when;
  Timestamp reported_at;     // the article's publication
  std::string jurisdiction;  // ISO 3166-1 alpha-2, "EU", ISO 3166-2, or ""
  Attribution attribution;
  uint8_t confidence = 0;   // 0..100
  bool background = false;  // history told as context
  std::string rule;         // "fund.launch"
  std::string pack_hash;    // 16 hexadecimal digits
  ByteSpan trigger;
  ByteSpan sentence;
  std::vector<ByteSpan> also;  // further triggers of the same event in this article

  std::vector<Participant>& role(Role r) { return roles[size_t(r)]; }
  const std::vector<Participant>& role(Role r) const { return roles[size_t(r)]; }
};

}  // namespace tocsin
