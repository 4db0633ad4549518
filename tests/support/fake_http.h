// The web as a map from URL to answer. Waiting moves the fake clock, so nothing sleeps.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "ingest/http_client.h"
#include "tests/support/fake_clock.h"

namespace tocsin {

struct FakeAnswer {
  int status = 200;
  std::string body = {};
  std::string content_type = "text/html";
  std::string etag = {};  // answers 304 when the request names it
  std::string retry_after = {};
  std::string redirected_to = {};  // the final URL, when another one; a redirect to it where that is not to be followed
  Errc error = Errc::kUnavailable;
  bool fails = false;  // no response at all, but `error`
};

class FakeHttp final : public HttpClient {
 public:
  struct Seen {
    std::string url, etag;
    int64_t at_ms;
  };

  explicit FakeHttp(FakeClock& clock, int latency_ms = 10) : clock_(clock), latency_ms_(latency_ms) {}

  // What is not in it is 404.
  std::map<std::string, FakeAnswer> web;
  std::vector<Seen> seen;  // every request, in order
  size_t most_at_once = 0;

  std::vector<std::string> urls() const {
    std::vector<std::string> out;
    for (const Seen& s : seen) out.push_back(s.url);
    return out;
  }
  int64_t TimesOf(const std::string& url) const {
    return std::count_if(seen.begin(), seen.end(), [&](const Seen& s) { return s.url == url; });
  }

  void Start(HttpRequest request, Done done) override {
    seen.push_back({request.url, request.etag, clock_.NowMs()});
    under_way_.push_back({std::move(request), std::move(done), clock_.NowMs() + latency_ms_});
    most_at_once = std::max(most_at_once, under_way_.size());
  }

  size_t Step(int timeout_ms) override {
    const int64_t end_ms = clock_.NowMs() + timeout_ms;
    const int64_t next_ms = under_way_.empty() ? end_ms : std::min(end_ms, under_way_.front().due_ms);
    clock_.AdvanceMs(std::max<int64_t>(next_ms - clock_.NowMs(), 0));
    while (!under_way_.empty() && under_way_.front().due_ms <= clock_.NowMs()) {
      const UnderWay u = std::move(under_way_.front());
      under_way_.pop_front();
      u.done(Respond(u.request));
    }
    return under_way_.size();
  }

 private:
  struct UnderWay {
    HttpRequest request;
    Done done;
    int64_t due_ms;
  };

  Result<HttpResponse> Respond(const HttpRequest& request) const {
    const auto at = web.find(request.url);
    if (at == web.end()) return HttpResponse{404, request.url, "", "", "", "", "", "not found"};
    const FakeAnswer& a = at->second;
    if (a.fails) return Fail(a.error, "GET " + request.url + ": as the test wants it");
    const std::string url = a.redirected_to.empty() ? request.url : a.redirected_to;
    if (url != request.url && request.may_follow && !request.may_follow(url)) {
      return HttpResponse{302, request.url, "", "", "", "", url, ""};
    }
    if (!a.etag.empty() && request.etag == a.etag) return HttpResponse{304, url, "", a.etag, "", "", "", ""};
    return HttpResponse{a.status, url, a.content_type, a.etag, "", a.retry_after, "", a.body};
  }

  FakeClock& clock_;
  const int latency_ms_;
  std::deque<UnderWay> under_way_;
};

}  // namespace tocsin
