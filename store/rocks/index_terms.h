// Under which terms an event is found. The planner asks for the same terms that Append writes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/stored_event.h"

namespace tocsin {

enum class TermKind : char {
  kType = 't',  // every path above the type, with and without its family
  kStatus = 's',
  kEntity = 'e',  // any role
  kRole = 'r',    // role digit, entity id
  kSource = 'o',  // source id, site
  kLang = 'l',    // and its parts: "zh-hans", "zh"
  kPlace = 'j',   // jurisdiction and its parts: "US-CA", "US"
  kCurrency = 'c',
  kRule = 'u',
  kStoryline = 'y',
  kWord = 'w',  // of sentence and title
};

std::string IndexTerm(TermKind kind, std::string_view value);
std::string RoleTerm(Role role, std::string_view entity_id);
std::string FoldedEntityId(std::string_view id);  // an unknown name's id, folded; others as they are

// Sorted, distinct. Long values are cut to a bounded key, which is harmless: what the index finds is looked at again.
std::vector<std::string> IndexTerms(const StoredEvent& event);

// What makes two events of one page the same, whichever text of the page gave them.
std::string IdentityOf(std::string_view canonical_url, const Event& event);

// Months since year 0 of the second in an event id: the bucket.
uint32_t BucketOf(EventId id);
EventId FirstIdOfSecond(int64_t seconds);  // clamped to what an id can hold
EventId FirstIdOfBucket(uint32_t bucket);
std::string PostingKey(uint32_t bucket, std::string_view term);

}  // namespace tocsin
