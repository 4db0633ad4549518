#include "store/rocks/appender.h"

#include <algorithm>

#include "store/rocks/copies.h"
#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"

namespace tocsin {
namespace {

constexpr EventId kCounterMask = (EventId(1) << 24) - 1;

std::string SourceOf(const Article& article) { return article.site.empty() ? article.source_id : article.site; }

}  // namespace

std::string WordsOf(const std::string& text, ByteSpan span) {
  if (span.begin > span.end || span.end > text.size()) return {};
  return std::string(span.in(text));
}

int64_t SecondOf(const Event& event, const Article& article) {
  if (event.reported_at.known()) return event.reported_at.at.seconds;
  return article.published_at.known() ? article.published_at.at.seconds : article.fetched_at.seconds;
}

StoredEvent MakeStored(const ArticleRecord& article, EventId id, const Event& event) {
  const Article& a = article.article;
  StoredEvent stored;
  stored.id = id;
  stored.article = {a.id, a.ref, a.url, a.source_id, a.site, a.title, a.language, a.published_at, article.copy_of};
  stored.sentence = WordsOf(a.text, event.sentence);
  stored.event = event;
  return stored;
}

Result<EventId> LastIdOfSecond(const Database& db, EventId first) {
  EventId last = first;
  // Mostly there is none: the first one that was given is still among the events, or among the versions.
  const auto any = db.Get(Family::kEvents, Big64(first + 1));
  if (!any) return tl::unexpected<Error>(any.error());
  for (const Family family : {Family::kVersions, Family::kEvents}) {
    if (family == Family::kEvents && !*any && last == first) break;
    auto walk = db.Walk(family);
    walk.SeekBackTo(Big64(first | kCounterMask) + std::string(32, '\xff'));  // behind every run of the last id
    if (walk.Valid() && walk.key().size() >= 8) last = std::max(last, ReadBig64(walk.key()));
    if (auto status = walk.Status(); !status) return tl::unexpected<Error>(status.error());
  }
  return last;
}

Result<AppendResult> Appender::Run(const ArticleBatch& input, const AlertMatcher& alerts, Instant now) {
  now_ = now;
  if (!input.page_url.empty() && input.visit) {
    writes_ = true;
    if (auto done = FinishPage(state_, input.page_url, *input.visit, batch_, next_); !done)
      return tl::unexpected<Error>(done.error());
  }
  if (auto taken = TakeArticle(input.article); !taken) return tl::unexpected<Error>(taken.error());
  if (!result_.known) {
    for (const Event& event : input.events) {
      if (auto taken = TakeEvent(event, alerts); !taken) return tl::unexpected<Error>(taken.error());
    }
  }
  if (auto finished = Finish(); !finished) return tl::unexpected<Error>(finished.error());
  return std::move(result_);
}

Result<void> Appender::TakeArticle(Article article) {
  if (article.canonical_url.empty()) article.canonical_url = article.url;
  if (article.id.empty()) article.id = ArticleId(article.canonical_url, article.text);
  const std::string url_key = UrlKey(article.canonical_url, article.id);
  const auto known = state_.db->Get(Family::kUrls, url_key);
  if (!known) return tl::unexpected<Error>(known.error());
  result_.known = known->has_value();
  if (result_.known) return {};

  bands_ = BandsOf(article);
  const auto original = FindOriginal(*state_.db, pending_, article, bands_);
  if (!original) return tl::unexpected<Error>(original.error());
  article_ = {std::move(article), {}, {}};
  article_.independent_source = SourceOf(article_.article);
  if (*original) {
    article_.copy_of = result_.copy_of = (*original)->article.id;
    article_.independent_source = (*original)->independent_source;
    ++next_.copies;
  }
  ++next_.articles;
  batch_.Put(Family::kArticles, article_.article.id, Encode(article_));
  batch_.Put(Family::kUrls, url_key, {});
  batch_.Put(Family::kFresh, Big64(next_.articles),
             Encode(FreshRecord{article_.article.id, {bands_.begin(), bands_.end()}}));
  writes_ = true;
  return {};
}

Result<bool> Appender::IsRepeated(const std::string& identity) {
  if (!identities_.insert(identity).second) return true;
  const auto known = state_.db->Get(Family::kIdentity, identity);
  if (!known) return tl::unexpected<Error>(known.error());
  return known->has_value();
}

// The next free id of the event's second. Ids are never reused: an event that another run leaves out stays in
// `versions`.
Result<EventId> Appender::NextId(const Event& event) {
  const EventId first = FirstIdOfSecond(SecondOf(event, article_.article));
  auto [at, fresh] = last_id_.try_emplace(int64_t(first >> 24), first);
  if (fresh) {
    const auto last = LastIdOfSecond(*state_.db, first);
    if (!last) return last;
    at->second = *last;
  }
  if ((at->second & kCounterMask) == kCounterMask) return Fail(Errc::kTooLarge, "store: too many events in one second");
  return ++at->second;
}

Result<void> Appender::TakeEvent(const Event& event, const AlertMatcher& alerts) {
  const std::string identity = IdentityOf(article_.article.canonical_url, event);
  const auto repeated = IsRepeated(identity);
  if (!repeated) return tl::unexpected<Error>(repeated.error());
  if (*repeated) return {};
  const auto id = NextId(event);
  if (!id) return tl::unexpected<Error>(id.error());
  StoredEvent stored = MakeStored(article_, *id, event);
  stored.sequence = ++next_.sequence;
  const auto change = JoinStoryline(stored);
  if (!change) return tl::unexpected<Error>(change.error());

  const std::string key = Big64(stored.id);
  ++next_.events;
  batch_.Put(Family::kEvents, key, Encode(stored));
  batch_.Put(Family::kLog, Big64(stored.sequence), key);
  batch_.Put(Family::kIdentity, identity, key);
  if (auto rung = Ring(stored, *change, alerts); !rung) return rung;
  result_.events.push_back(std::move(stored));
  return {};
}

Result<void> Appender::Ring(const StoredEvent& stored, const StorylineChange& change, const AlertMatcher& alerts) {
  if (!alerts) return {};
  for (Alert& alert : alerts(stored, change)) {
    if (!rung_.insert(alert.id).second) continue;
    alert.rang_at = now_;
    const auto added = outbox_.Add(alert, batch_, next_);
    if (!added) return tl::unexpected<Error>(added.error());
    if (*added) result_.alerts.push_back(std::move(alert));
  }
  return {};
}

Result<void> Appender::Finish() {
  if (!writes_) return {};
  for (const auto& [id, open] : changed_) batch_.Put(Family::kStorylines, Big64(id), Encode(open->line));
  return state_.CommitUnsynced(batch_, next_);
}

}  // namespace tocsin
