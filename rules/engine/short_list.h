// A list that is nearly always short: its first elements need no memory of their own.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace tocsin {

// Small values only: a move copies the first `kInside` of them.
template <class T, size_t kInside>
class ShortList {
 public:
  ShortList() = default;
  ShortList(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  void push_back(const T& value) {
    if (size_ < kInside) {
      inside_[size_] = value;
    } else {
      if (size_ == kInside) outside_.assign(inside_.begin(), inside_.end());
      outside_.push_back(value);
    }
    ++size_;
  }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T* begin() const { return size_ <= kInside ? inside_.data() : outside_.data(); }
  const T* end() const { return begin() + size_; }
  T* begin() { return size_ <= kInside ? inside_.data() : outside_.data(); }
  T* end() { return begin() + size_; }
  const T& front() const { return *begin(); }
  const T& back() const { return *(end() - 1); }

 private:
  std::array<T, kInside> inside_{};
  std::vector<T> outside_;  // all of them, once there are more
  size_t size_ = 0;
};

}  // namespace tocsin
