#include "ingest/crawl/host.h"

#include <algorithm>
#include <charconv>

#include "ingest/base/limits.h"
#include "ingest/feed.h"

namespace tocsin {

RobotsVerdict JudgeRobots(const Result<HttpResponse>& answer) {
  if (!answer) return {{}, answer.error().what};
  const int status = answer->status;
  if (status >= 200 && status < 300) return {Robots::Parse(answer->body), ""};
  // "Unavailable": there are no rules. A redirect without a target is none either.
  if (status < 500 && status != 429) return {};
  return {{}, "GET " + answer->url + ": " + std::to_string(status) + ", so nothing may be fetched until it answers"};
}

std::optional<int64_t> RetryAfterMs(std::string_view header, Instant now) {
  int64_t seconds = 0;
  const auto [end, error] = std::from_chars(header.data(), header.data() + header.size(), seconds);
  if (error == std::errc() && end == header.data() + header.size()) {
    return std::clamp<int64_t>(seconds, 0, 1'000'000) * 1000;
  }
  if (header.empty()) return std::nullopt;
  const auto date = ParseFeedDate(header);
  if (!date) return std::nullopt;
  return std::clamp<int64_t>(date->at.seconds - now.seconds, 0, 1'000'000) * 1000;
}

std::optional<int64_t> Pace::WaitMs(int64_t now_ms) const {
  if (under_way_ >= connections_max_) return std::nullopt;
  return next_ms_ <= now_ms ? 0 : next_ms_ - now_ms;
}

void Pace::Started(int64_t now_ms) {
  ++under_way_;
  next_ms_ = std::max(next_ms_, now_ms + delay_ms_);
}

void Pace::AskForDelay(double seconds) {
  const auto asked = int64_t(std::min(seconds * 1000, double(kCrawlDelayMsMax)));
  if (asked <= 0) return;
  // The request for robots.txt itself was paced by the shorter delay.
  if (asked > delay_ms_) next_ms_ += asked - delay_ms_;
  delay_ms_ = std::max(delay_ms_, asked);
  connections_max_ = 1;
}

void Pace::PauseUntil(int64_t at_ms) { next_ms_ = std::max(next_ms_, at_ms); }

}  // namespace tocsin
