#include <algorithm>

#include "store/rocks/state.h"

namespace tocsin {
namespace {

bool IsWaiting(const OutboxEntry& entry) {
  return std::any_of(entry.alert.channels.begin(), entry.alert.channels.end(), [&](const std::string& channel) {
    return std::find(entry.delivered.begin(), entry.delivered.end(), channel) == entry.delivered.end();
  });
}

}  // namespace

Result<bool> Outbox::Add(const Alert& alert, Batch& batch, Counters& next) const {
  const auto known = state_.db->Get(Family::kAlerts, alert.id);
  if (!known) return tl::unexpected<Error>(known.error());
  if (*known) return false;
  const std::string order = Big64(++next.outbox);
  const OutboxEntry entry{alert, {}, 0};
  batch.Put(Family::kOutbox, order, Encode(entry));
  batch.Put(Family::kAlerts, alert.id, order);
  if (!IsWaiting(entry)) return true;
  batch.Put(Family::kWaiting, order, {});
  ++next.alerts_waiting;
  return true;
}

Result<std::vector<OutboxEntry>> Outbox::Newest(size_t limit) const {
  std::vector<OutboxEntry> entries;
  auto at = state_.db->Walk(Family::kOutbox);
  for (at.SeekToLast(); at.Valid() && entries.size() < limit; at.Back()) {
    auto entry = at.Record<OutboxEntry>();
    if (!entry) return tl::unexpected<Error>(entry.error());
    entries.push_back(std::move(*entry));
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return entries;
}

Result<std::vector<OutboxEntry>> Outbox::Waiting(size_t limit) const {
  std::vector<OutboxEntry> entries;
  const auto view = state_.db->Freeze();
  auto at = state_.db->Walk(Family::kWaiting, view);
  for (at.SeekToFirst(); at.Valid() && entries.size() < limit; at.Next()) {
    auto entry = state_.db->GetRecord<OutboxEntry>(Family::kOutbox, at.key(), view);
    if (!entry) return tl::unexpected<Error>(entry.error());
    if (!*entry) return Fail(Errc::kCorrupt, "family waiting points to no alert: " + PrintableKey(at.key()));
    entries.push_back(std::move(**entry));
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return entries;
}

Result<Outbox::Found> Outbox::Find(std::string_view alert_id) const {
  const auto order = state_.db->Get(Family::kAlerts, alert_id);
  if (!order) return tl::unexpected<Error>(order.error());
  if (!*order) return Fail(Errc::kNotFound, "no alert has the id " + std::string(alert_id));
  auto entry = state_.db->GetRecord<OutboxEntry>(Family::kOutbox, **order);
  if (!entry) return tl::unexpected<Error>(entry.error());
  if (!*entry || (*order)->size() != 8)
    return Fail(Errc::kCorrupt, "family alerts points to no alert: " + std::string(alert_id));
  return Found{ReadBig64(**order), std::move(**entry)};
}

Result<void> Outbox::MarkDelivered(std::string_view alert_id, std::string_view channel) {
  const std::lock_guard lock(state_.writing);
  auto found = Find(alert_id);
  if (!found) return tl::unexpected<Error>(found.error());
  OutboxEntry& entry = found->entry;
  if (std::find(entry.delivered.begin(), entry.delivered.end(), channel) != entry.delivered.end()) return {};
  const bool waited = IsWaiting(entry);
  entry.delivered.emplace_back(channel);
  Batch batch = state_.db->NewBatch();
  Counters next = state_.counters;
  const std::string order = Big64(found->order);
  batch.Put(Family::kOutbox, order, Encode(entry));
  if (waited && !IsWaiting(entry)) {
    batch.Delete(Family::kWaiting, order);
    --next.alerts_waiting;
    ++next.alerts_delivered;
  }
  return state_.Commit(batch, next);
}

Result<void> Outbox::MarkAttempt(std::string_view alert_id) {
  const std::lock_guard lock(state_.writing);
  auto found = Find(alert_id);
  if (!found) return tl::unexpected<Error>(found.error());
  ++found->entry.attempts;
  Batch batch = state_.db->NewBatch();
  batch.Put(Family::kOutbox, Big64(found->order), Encode(found->entry));
  return state_.Commit(batch, state_.counters);
}

}  // namespace tocsin
