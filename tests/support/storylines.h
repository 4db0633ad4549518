// Reports put together as the store would, in memory: each joins the storyline that fits it best, or opens one.
#pragma once

#include <string>
#include <vector>

#include "rules/storyline.h"

namespace tocsin::support {

class Storylines {
 public:
  // In order of publication; `url` tells one outlet from another.
  void Add(const Event& event, Timestamp published, const std::string& url);

  std::vector<Storyline> All() const;
  std::string Describe() const;  // one a line, for messages

 private:
  std::vector<std::vector<StorylineReport>> groups_;
  uint64_t last_id_ = 0;
};

}  // namespace tocsin::support
