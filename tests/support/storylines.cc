#include "tests/support/storylines.h"

namespace tocsin::support {
namespace {

// "https://example.org" of "https://example.org/fund".
std::string Site(const std::string& url) { return url.substr(0, url.find('/', url.find("://") + 3)); }

}  // namespace

void Storylines::Add(const Event& event, Timestamp published, const std::string& url) {
  const StorylineReport report{++last_id_, published, published.at, Site(url), event};
  size_t best = groups_.size();
  int score = -1;
  for (size_t i = 0; i < groups_.size(); ++i) {
    const StorylineVerdict verdict = SameStoryline(FoldStoryline("s", groups_[i]), report);
    if (!verdict.same || verdict.score <= score) continue;
    best = i;
    score = verdict.score;
  }
  if (best == groups_.size()) groups_.emplace_back();
  groups_[best].push_back(report);
}

std::vector<Storyline> Storylines::All() const {
  std::vector<Storyline> stories;
  for (const auto& group : groups_) stories.push_back(FoldStoryline("s", group));
  return stories;
}

std::string Storylines::Describe() const {
  std::string words;
  for (const Storyline& story : All()) {
    words += "\n  " + story.type + " " + ToString(story.status) + " of " + std::to_string(story.reports);
    for (const Role role : {Role::kActor, Role::kTarget}) {
      for (const Participant& p : story.roles[size_t(role)]) words += ", " + p.name;
    }
  }
  return words.empty() ? " none" : words;
}

}  // namespace tocsin::support
