// One list of fields for each record; its order is the order on disk, and FORMAT.md repeats it.
#include "store/codec/records.h"

#include <cstring>

namespace tocsin {
namespace {

constexpr size_t kPrecisions = size_t(Precision::kSecond) + 1;
constexpr size_t kQualifiers = size_t(Qualifier::kUntil) + 1;
constexpr size_t kEntityTypes = size_t(EntityType::kProduct) + 1;
constexpr size_t kDateOrigins = size_t(DateOrigin::kText) + 1;
constexpr size_t kCorrectionKinds = size_t(Correction::Kind::kSplit) + 1;
constexpr size_t kChangeKinds = size_t(ChangeKind::kAmountChange) + 1;

}  // namespace

// Parts of records. They stand in the open, so that List and Optional find them.

template <class Io>
void Fields(Io& io, Instant& t) {
  io.Signed(t.seconds);
}

template <class Io>
void Fields(Io& io, Timestamp& t) {
  io.Enum(t.precision, kPrecisions);
  io.Signed(t.at.seconds);
}

template <class Io>
void Fields(Io& io, ByteSpan& s) {
  io.Unsigned(s.begin);
  io.Unsigned(s.end);
}

template <class Io>
void Fields(Io& io, Decimal& d) {
  io.Signed(d.coefficient);
  io.Signed(d.exponent);
  if constexpr (Io::kReads) {
    const auto same = Decimal::Make(d.coefficient, d.exponent);
    if (!same || !(*same == d)) io.Fail();
  }
}

template <class Io>
void Fields(Io& io, CivilDay& d) {
  io.Signed(d.year);
  io.Unsigned(d.month);
  io.Unsigned(d.day);
  if constexpr (Io::kReads) {
    if (!IsValid(d)) io.Fail();
  }
}

template <class Io>
void Fields(Io& io, CurrencyCode& c) {
  std::string code(c.view());
  io.Text(code);
  if (code.size() != 3) return io.Fail();
  std::memcpy(c.code, code.data(), 3);
}

template <class Io>
void Fields(Io& io, Participant& p) {
  io.Text(p.id);
  io.Text(p.name);
  io.Enum(p.type, kEntityTypes);
  io.Text(p.country);
  Fields(io, p.span);
}

template <class Io>
void Fields(Io& io, EventAmount& a) {
  Fields(io, a.value);
  Fields(io, a.upper);
  Fields(io, a.currency);
  io.Enum(a.qualifier, kQualifiers);
  Fields(io, a.span);
}

template <class Io>
void Fields(Io& io, EventDate& d) {
  io.Text(d.edtf);
  Fields(io, d.first);
  Fields(io, d.after);
  Fields(io, d.span);
  io.Flag(d.from_publication);
}

template <class Io>
void Fields(Io& io, Event& e) {
  io.Text(e.type);
  io.Enum(e.status, kStatusCount);
  Fields(io, e.status_cue);
  for (auto& participants : e.roles) io.List(participants);
  io.Optional(e.amount);
  io.Optional(e.stake_percent);
  Fields(io, e.stake_span);
  io.Optional(e.when);
  Fields(io, e.reported_at);
  io.Text(e.jurisdiction);
  io.Text(e.attribution.name);
  Fields(io, e.attribution.span);
  io.Unsigned(e.confidence);
  io.Flag(e.background);
  io.Text(e.rule);
  io.Text(e.pack_hash);
  Fields(io, e.trigger);
  Fields(io, e.sentence);
  io.List(e.also);
}

template <class Io>
void Fields(Io& io, EventId& id) {
  io.Unsigned(id);
}

template <class Io>
void Fields(Io& io, ArticleHead& h) {
  io.Text(h.id);
  io.Text(h.ref);
  io.Text(h.url);
  io.Text(h.source);
  io.Text(h.site);
  io.Text(h.title);
  io.Text(h.language);
  Fields(io, h.published_at);
  io.Text(h.copy_of);
}

template <class Io>
void Fields(Io& io, Article& a) {
  io.Text(a.id);
  io.Text(a.ref);
  io.Text(a.url);
  io.Text(a.canonical_url);
  io.Text(a.site);
  io.Text(a.source_id);
  io.Text(a.title);
  io.List(a.authors);
  io.Text(a.language);
  Fields(io, a.published_at);
  io.Enum(a.published_origin, kDateOrigins);
  Fields(io, a.modified_at);
  Fields(io, a.fetched_at);
  io.Text(a.text);
}

template <class Io>
void Fields(Io& io, StatusChange& s) {
  io.Enum(s.status, kStatusCount);
  Fields(io, s.at);
  io.Unsigned(s.event_id);
}

template <class Io>
void Fields(Io& io, ReportedAmount& a) {
  Fields(io, a.amount);
  io.Unsigned(a.sources);
}

template <class Io>
void Fields(Io& io, Alert& a) {
  io.Text(a.id);
  io.Text(a.rule);
  io.Enum(a.kind, kChangeKinds);
  io.Text(a.headline);
  io.Text(a.detail);
  io.Text(a.storyline);
  io.Unsigned(a.event_id);
  io.List(a.channels);
  io.Text(a.url);
  io.Text(a.source);
  io.Text(a.title);
  Fields(io, a.reported_at);
  Fields(io, a.rang_at);
}

namespace {

template <class Io>
void All(Io& io, StoredEvent& r) {
  io.Unsigned(r.id);
  io.Unsigned(r.sequence);
  io.Unsigned(r.storyline);
  Fields(io, r.article);
  io.Text(r.sentence);
  Fields(io, r.event);
}

template <class Io>
void All(Io& io, ArticleRecord& r) {
  Fields(io, r.article);
  io.Text(r.copy_of);
  io.Text(r.independent_source);
}

template <class Io>
void All(Io& io, Storyline& r) {
  io.Text(r.id);
  io.Text(r.type);
  io.Enum(r.status, kStatusCount);
  for (auto& participants : r.roles) io.List(participants);
  io.List(r.history);
  io.List(r.amounts);
  io.Optional(r.stake_percent);
  Fields(io, r.first_report);
  Fields(io, r.last_report);
  io.Unsigned(r.reports);
  io.Unsigned(r.independent_sources);
}

template <class Io>
void All(Io& io, ReportRecord& r) {
  Fields(io, r.fetched_at);
  io.Text(r.independent_source);
}

template <class Io>
void All(Io& io, OutboxEntry& r) {
  Fields(io, r.alert);
  io.List(r.delivered);
  io.Signed(r.attempts);
}

template <class Io>
void All(Io& io, VisitRecord& r) {
  io.Text(r.etag);
  io.Text(r.last_modified);
  Fields(io, r.visited_at);
  Fields(io, r.updated);
  io.Signed(r.status);
  io.Signed(r.failures);
}

template <class Io>
void All(Io& io, PendingRecord& r) {
  io.Text(r.page.url);
  io.Text(r.page.source_id);
  io.Text(r.page.hint.title);
  io.Text(r.page.hint.author);
  io.Text(r.page.hint.language);
  Fields(io, r.page.hint.published);
  Fields(io, r.page.hint.updated);
  io.Signed(r.page.attempts);
  io.Unsigned(r.order);
}

template <class Io>
void All(Io& io, Correction& r) {
  io.Unsigned(r.number);
  io.Enum(r.kind, kCorrectionKinds);
  Fields(io, r.at);
  io.Unsigned(r.after);
  io.Unsigned(r.undoes);
  io.Flag(r.undone);
  io.List(r.left);
  io.List(r.right);
}

template <class Io>
void All(Io& io, StagedRecord& r) {
  io.List(r.events);
}

template <class Io>
void All(Io& io, FreshRecord& r) {
  io.Text(r.article);
  io.List(r.bands);
}

template <class Io>
void All(Io& io, Counters& r) {
  for (uint64_t* counter : {&r.sequence, &r.frontier, &r.outbox, &r.articles, &r.copies, &r.events, &r.storylines,
                            &r.pending, &r.alerts_waiting, &r.alerts_delivered})
    io.Unsigned(*counter);
}

}  // namespace

void Fields(Writer& io, StoredEvent& r) { All(io, r); }
void Fields(Reader& io, StoredEvent& r) { All(io, r); }
void Fields(Writer& io, ArticleRecord& r) { All(io, r); }
void Fields(Reader& io, ArticleRecord& r) { All(io, r); }
void Fields(Writer& io, Storyline& r) { All(io, r); }
void Fields(Reader& io, Storyline& r) { All(io, r); }
void Fields(Writer& io, ReportRecord& r) { All(io, r); }
void Fields(Reader& io, ReportRecord& r) { All(io, r); }
void Fields(Writer& io, OutboxEntry& r) { All(io, r); }
void Fields(Reader& io, OutboxEntry& r) { All(io, r); }
void Fields(Writer& io, VisitRecord& r) { All(io, r); }
void Fields(Reader& io, VisitRecord& r) { All(io, r); }
void Fields(Writer& io, PendingRecord& r) { All(io, r); }
void Fields(Reader& io, PendingRecord& r) { All(io, r); }
void Fields(Writer& io, Correction& r) { All(io, r); }
void Fields(Reader& io, Correction& r) { All(io, r); }
void Fields(Writer& io, StagedRecord& r) { All(io, r); }
void Fields(Reader& io, StagedRecord& r) { All(io, r); }
void Fields(Writer& io, FreshRecord& r) { All(io, r); }
void Fields(Reader& io, FreshRecord& r) { All(io, r); }
void Fields(Writer& io, Counters& r) { All(io, r); }
void Fields(Reader& io, Counters& r) { All(io, r); }

}  // namespace tocsin
