// The joint between two stages: holds at most `capacity_bytes` of work.
//
// A full queue is how a slow stage tells a fast one to wait: Push blocks, the crawler stops
// starting transfers, and memory stays where it was planned to be.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace tocsin {

template <class T>  // requires: size_t CostBytes(const T&), found by argument-dependent lookup
class BoundedQueue {
 public:
  explicit BoundedQueue(size_t capacity_bytes) : capacity_bytes_(capacity_bytes) {}

  // Waits for room; false once closed: the item was not taken. An item larger than the whole
  // queue is let in when the queue is empty, so that it cannot wait for ever.
  bool Push(T item) {
    const size_t cost = CostBytes(item);
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || items_.empty() || bytes_ + cost <= capacity_bytes_; });
    if (closed_) return false;
    bytes_ += cost;
    items_.emplace_back(cost, std::move(item));
    lock.unlock();
    work_.notify_one();
    return true;
  }

  // Waits for work; nullopt: closed and drained, the stage may end.
  std::optional<T> Pop() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [&] { return closed_ || !items_.empty(); });
    return Take(lock);
  }

  // What Pop would give without waiting; nullopt: nothing is there now.
  std::optional<T> TryPop() {
    std::unique_lock lock(mutex_);
    return Take(lock);
  }

  // No more work will come; what is queued is still handed out.
  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_.notify_all();
    room_.notify_all();
  }

 private:
  std::optional<T> Take(std::unique_lock<std::mutex>& lock) {
    if (items_.empty()) return std::nullopt;
    T item = std::move(items_.front().second);
    bytes_ -= items_.front().first;
    items_.pop_front();
    lock.unlock();
    room_.notify_all();
    return item;
  }

  const size_t capacity_bytes_;
  std::mutex mutex_;
  std::condition_variable room_, work_;
  std::deque<std::pair<size_t, T>> items_;  // cost in bytes, item
  size_t bytes_ = 0;                        // sum of the costs in items_
  bool closed_ = false;
};

}  // namespace tocsin
