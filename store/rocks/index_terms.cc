#include "store/rocks/index_terms.h"

#include <algorithm>

#include "ingest/base/hash.h"
#include "rules/query.h"
#include "store/codec/wire.h"

namespace tocsin {
namespace {

constexpr size_t kTermBytesMax = 200;
constexpr int64_t kSecondsMax = (int64_t(1) << 40) - 1;
// 9999-12-31T23:59:59Z: the calendar ends before the 40 bits do.
constexpr int64_t kCalendarEnd = 253402300799;

// Every path above `value`, itself included: "a.b.c", "a.b", "a".
void AddPath(TermKind kind, std::string_view value, char separator, std::vector<std::string>& terms) {
  while (!value.empty()) {
    terms.push_back(IndexTerm(kind, value));
    const size_t cut = value.rfind(separator);
    if (cut == std::string_view::npos) return;
    value = value.substr(0, cut);
  }
}

void AddParticipants(const Event& event, std::vector<std::string>& terms) {
  for (size_t r = 0; r < kRoleCount; ++r) {
    for (const Participant& p : event.roles[r]) {
      const std::string id = FoldedEntityId(p.id);
      terms.push_back(IndexTerm(TermKind::kEntity, id));
      terms.push_back(RoleTerm(Role(r), id));
    }
  }
}

}  // namespace

std::string IndexTerm(TermKind kind, std::string_view value) {
  std::string term(1, char(kind));
  term += value.substr(0, kTermBytesMax);
  return term;
}

std::string RoleTerm(Role role, std::string_view entity_id) {
  std::string value(1, char('0' + int(role)));
  value += entity_id;
  return IndexTerm(TermKind::kRole, value);
}

std::string FoldedEntityId(std::string_view id) { return id.starts_with('~') ? FoldName(id) : std::string(id); }

std::vector<std::string> IndexTerms(const StoredEvent& stored) {
  const Event& e = stored.event;
  std::vector<std::string> terms;
  AddPath(TermKind::kType, e.type, '.', terms);
  if (const size_t dot = e.type.find('.'); dot != std::string::npos)
    AddPath(TermKind::kType, std::string_view(e.type).substr(dot + 1), '.', terms);
  terms.push_back(IndexTerm(TermKind::kStatus, ToString(e.status)));
  AddParticipants(e, terms);
  terms.push_back(IndexTerm(TermKind::kSource, FoldName(stored.article.source)));
  terms.push_back(IndexTerm(TermKind::kSource, FoldName(stored.article.site)));
  AddPath(TermKind::kLang, FoldName(stored.article.language), '-', terms);
  AddPath(TermKind::kPlace, e.jurisdiction, '-', terms);
  if (e.amount) terms.push_back(IndexTerm(TermKind::kCurrency, e.amount->currency.view()));
  terms.push_back(IndexTerm(TermKind::kRule, e.rule));
  terms.push_back(IndexTerm(TermKind::kStoryline, FormatEventId(stored.storyline)));
  for (const std::string& word : QueryWords(stored.sentence)) terms.push_back(IndexTerm(TermKind::kWord, word));
  for (const std::string& word : QueryWords(stored.article.title)) terms.push_back(IndexTerm(TermKind::kWord, word));
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

std::string IdentityOf(std::string_view canonical_url, const Event& e) {
  Writer io;
  std::string page(canonical_url), type = e.type, amount, currency, stake, when;
  if (e.amount) {
    amount = ToString(e.amount->value) + ".." + ToString(e.amount->upper);
    currency = e.amount->currency.view();
  }
  if (e.stake_percent) stake = ToString(*e.stake_percent);
  if (e.when) when = e.when->edtf;
  for (std::string* part : {&page, &type, &amount, &currency, &stake, &when}) io.Text(*part);
  io.Varint(uint64_t(e.status));
  for (const auto& participants : e.roles) {
    std::vector<std::string> ids;
    for (const Participant& p : participants) ids.push_back(FoldedEntityId(p.id));
    std::sort(ids.begin(), ids.end());
    io.List(ids);
  }
  return HashHex128(io.Take());
}

uint32_t BucketOf(EventId id) {
  const CivilDay day = DayOf({std::min(int64_t(id >> 24), kCalendarEnd)});
  return uint32_t(day.year) * 12 + day.month - 1;
}

EventId FirstIdOfSecond(int64_t seconds) { return EventId(std::clamp<int64_t>(seconds, 0, kSecondsMax)) << 24; }

EventId FirstIdOfBucket(uint32_t bucket) {
  return FirstIdOfSecond(StartOf({int32_t(bucket / 12), uint8_t(bucket % 12 + 1), 1}).seconds);
}

std::string PostingKey(uint32_t bucket, std::string_view term) {
  std::string key;
  for (int shift = 24; shift >= 0; shift -= 8) key += char(bucket >> shift);
  key += term;
  return key;
}

}  // namespace tocsin
