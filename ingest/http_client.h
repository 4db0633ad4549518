// HTTP as the crawler sees it. The real one is libcurl (MakeHttpClient); tests hand in a map.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ingest/base/error.h"

namespace tocsin {

struct HttpRequest {
  std::string url;            // http or https
  std::string etag;           // sent as If-None-Match when not empty
  std::string last_modified;  // sent as If-Modified-Since when not empty
  size_t bytes_max;           // decoded body; one byte more fails with kTooLarge
  // Asked of the address of each redirect; false makes the redirect the answer, with its `location`. Empty: all are
  // followed, up to kRedirectsMax.
  std::function<bool(const std::string& url)> may_follow = {};
};

struct HttpResponse {
  int status = 0;
  std::string url;  // after redirects
  std::string content_type;
  std::string etag;
  std::string last_modified;
  std::string retry_after;  // as sent: seconds or an HTTP date
  std::string location;     // absolute: where a redirect leads that was not followed
  std::string body;         // content-coding removed
};

// One thread. Callbacks run inside Step, never inside Start.
class HttpClient {
 public:
  virtual ~HttpClient() = default;

  using Done = std::function<void(Result<HttpResponse>)>;
  // A response of any status is a response; kUnavailable for no answer, kTooLarge, kForbidden for
  // an address that the guard refuses, kMalformed for a truncated or broken body.
  virtual void Start(HttpRequest request, Done done) = 0;

  // Moves transfers forward, waiting at most `timeout_ms` for something to happen. Returns the number still under way.
  virtual size_t Step(int timeout_ms) = 0;
};

struct HttpOptions {
  std::string user_agent = "Tocsin/0.1 (+https://github.com/tocsin/tocsin)";
  int connect_timeout_ms = 10'000;
  int timeout_ms = 30'000;      // the whole transfer
  size_t connections_max = 32;  // at once, all hosts
  // false: loopback, private, link-local and multicast addresses are refused, also after a
  // redirect or a DNS answer. Hosts named by a configured source are always allowed.
  bool allow_private_addresses = false;
  std::vector<std::string> allowed_hosts;
};

Result<std::unique_ptr<HttpClient>> MakeHttpClient(const HttpOptions& options);

}  // namespace tocsin
