#include "store/archive.h"

#include <algorithm>
#include <set>

#include "store/rocks/index_terms.h"

namespace tocsin {
namespace {

bool Overlap(ByteSpan a, ByteSpan b) { return a.begin < b.end && b.begin < a.end; }

// How surely `after` is `before` told otherwise: 0 is not at all.
int Likeness(const Event& before, const Event& after) {
  const int same_type = before.type == after.type ? 1 : 0;
  if (Overlap(before.trigger, after.trigger)) return 4 + same_type;
  return Overlap(before.sentence, after.sentence) ? 2 + same_type : 0;
}

std::vector<std::string> PartyIds(const std::vector<Participant>& participants) {
  std::vector<std::string> ids;
  for (const Participant& p : participants) ids.push_back(FoldedEntityId(p.id));
  std::sort(ids.begin(), ids.end());
  return ids;
}

bool SameAmount(const std::optional<EventAmount>& a, const std::optional<EventAmount>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->value == b->value && a->upper == b->upper && a->currency == b->currency;
}

class Comparison {
 public:
  Comparison(const ArchivedPage& page, const std::vector<std::vector<Event>>& read) : page_(page), read_(read) {
    for (size_t i = 0; i < page.articles.size(); ++i) {
      events_.emplace_back();
      for (const StoredEvent& stored : page.events) {
        if (stored.article.id == page.articles[i].id) events_.back().push_back({&stored, false});
      }
      taken_.emplace_back(i < read.size() ? read[i].size() : 0, false);
    }
  }

  std::vector<RunPair> Run() {
    for (size_t i = 0; i < events_.size(); ++i) TakeSame(i);
    for (size_t i = 0; i < events_.size(); ++i) TakeRest(i);
    std::stable_sort(pairs_.begin(), pairs_.end(), [](const auto& a, const auto& b) { return a.article < b.article; });
    return std::move(pairs_);
  }

 private:
  struct Before {
    const StoredEvent* stored;
    bool paired;
  };

  std::string Identity(const Event& event) const { return IdentityOf(page_.url, event); }

  void TakeSame(size_t article) {
    std::vector<std::string> identities;
    for (size_t n = 0; n < taken_[article].size(); ++n) identities.push_back(Identity(read_[article][n]));
    for (Before& before : events_[article]) {
      const std::string identity = Identity(before.stored->event);
      for (size_t n = 0; n < identities.size(); ++n) {
        if (taken_[article][n] || identities[n] != identity) continue;
        Add(RunChange::kSame, article, &before, n);
        identities_.insert(identity);
        break;
      }
    }
  }

  void TakeRest(size_t article) {
    std::vector<size_t> fresh;
    for (size_t n = 0; n < taken_[article].size(); ++n) {
      if (!taken_[article][n] && identities_.insert(Identity(read_[article][n])).second) fresh.push_back(n);
    }
    for (int likeness = 5; likeness > 0; --likeness) {
      for (Before& before : events_[article]) {
        for (const size_t n : fresh) {
          if (before.paired || taken_[article][n] || Likeness(before.stored->event, read_[article][n]) != likeness)
            continue;
          Add(RunChange::kChanged, article, &before, n);
        }
      }
    }
    for (Before& before : events_[article]) {
      if (!before.paired) pairs_.push_back({RunChange::kLost, article, before.stored, nullptr});
    }
    for (const size_t n : fresh) {
      if (!taken_[article][n]) Add(RunChange::kGained, article, nullptr, n);
    }
  }

  void Add(RunChange change, size_t article, Before* before, size_t n) {
    if (before != nullptr) before->paired = true;
    taken_[article][n] = true;
    pairs_.push_back({change, article, before != nullptr ? before->stored : nullptr, &read_[article][n]});
  }

  const ArchivedPage& page_;
  const std::vector<std::vector<Event>>& read_;
  std::vector<std::vector<Before>> events_;  // by article
  std::vector<std::vector<bool>> taken_;     // of read_
  std::set<std::string> identities_;         // that some text of the page has told
  std::vector<RunPair> pairs_;
};

}  // namespace

const char* ToString(RunChange change) {
  switch (change) {
    case RunChange::kSame: return "same";
    case RunChange::kChanged: return "changed";
    case RunChange::kGained: return "gained";
    case RunChange::kLost: return "lost";
  }
  return "";
}

std::vector<RunPair> CompareRuns(const ArchivedPage& page, const std::vector<std::vector<Event>>& read) {
  return Comparison(page, read).Run();
}

std::vector<std::string> ChangedFields(const Event& before, const Event& after) {
  std::vector<std::string> fields;
  if (before.type != after.type) fields.emplace_back("type");
  if (before.status != after.status) fields.emplace_back("status");
  for (size_t r = 0; r < kRoleCount; ++r) {
    if (PartyIds(before.roles[r]) != PartyIds(after.roles[r])) fields.emplace_back(ToString(Role(r)));
  }
  if (!SameAmount(before.amount, after.amount)) fields.emplace_back("amount");
  if (before.stake_percent != after.stake_percent) fields.emplace_back("stake");
  if ((before.when ? before.when->edtf : "") != (after.when ? after.when->edtf : "")) fields.emplace_back("date");
  return fields;
}

}  // namespace tocsin
