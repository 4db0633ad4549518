#include "ingest/http/transfer.h"

#include <sys/socket.h>

#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/http/address_guard.h"
#include "ingest/http/robots_text.h"

namespace tocsin {
namespace {

constexpr size_t kHeaderBytesMax = 256u << 10;  // all header lines of one answer; servers accept 8 to 64 KiB
constexpr long kSlowBytesPerSecond = 64;        // slower than this for kSlowSeconds is no answer
constexpr long kSlowSeconds = 20;

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// A stored validator is sent only if it cannot be more than one header line.
bool IsHeaderValue(std::string_view value) {
  return std::none_of(value.begin(), value.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string Seconds(int ms) { return ms % 1000 == 0 ? std::to_string(ms / 1000) + " s" : std::to_string(ms) + " ms"; }

}  // namespace

Transfer::Transfer(HttpRequest request, HttpClient::Done done, const HttpOptions& options)
    : request_(std::move(request)),
      done_(std::move(done)),
      options_(options),
      deadline_(std::chrono::steady_clock::now() + std::chrono::milliseconds(options.timeout_ms)),
      url_(ParseUrl(request_.url)) {}

Transfer::~Transfer() {
  if (easy_ != nullptr) curl_easy_cleanup(easy_);
  curl_slist_free_all(headers_);
}

Result<CURL*> Transfer::Begin() {
  if (!url_) return Fail(Errc::kMalformed, Subject() + ": not a URL");
  if ((url_->scheme != "http" && url_->scheme != "https")) {
    return Fail(Errc::kUnsupported, Subject() + ": only http and https are fetched, not " + url_->scheme);
  }
  if (easy_ == nullptr) {
    easy_ = curl_easy_init();
    if (easy_ == nullptr) return Fail(Errc::kUnavailable, Subject() + ": out of memory");
    SetOptions();
    SetHeaders();
  }
  SetTimes();
  const std::string address = url_->href.substr(0, url_->href.size() - url_->fragment.size());
  curl_easy_setopt(easy_, CURLOPT_URL, address.c_str());
  header_bytes_ = 0;
  body_started_ = skip_body_ = false;
  inflater_.reset();
  response_ = {};
  return easy_;
}

void Transfer::SetOptions() {
  curl_easy_setopt(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy_, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
  // The guard must see the server's address, not a proxy's.
  curl_easy_setopt(easy_, CURLOPT_PROXY, "");
  // Cookies live as long as this request: some sites redirect until they get theirs back.
  curl_easy_setopt(easy_, CURLOPT_COOKIEFILE, "");
  curl_easy_setopt(easy_, CURLOPT_USERAGENT, options_.user_agent.c_str());
  curl_easy_setopt(easy_, CURLOPT_ERRORBUFFER, curl_message_);
  curl_easy_setopt(easy_, CURLOPT_PRIVATE, this);
  curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, OnBody);
  curl_easy_setopt(easy_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(easy_, CURLOPT_HEADERFUNCTION, OnHeader);
  curl_easy_setopt(easy_, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy_, CURLOPT_OPENSOCKETFUNCTION, OnSocket);
  curl_easy_setopt(easy_, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy_, CURLOPT_LOW_SPEED_LIMIT, kSlowBytesPerSecond);
  curl_easy_setopt(easy_, CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
}

void Transfer::AddHeader(const char* name, const std::string& value) {
  if (value.empty() || !IsHeaderValue(value)) return;
  curl_slist* longer = curl_slist_append(headers_, (std::string(name) + ": " + value).c_str());
  if (longer != nullptr) headers_ = longer;
}

void Transfer::SetHeaders() {
  AddHeader("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  // Decoded here and not by libcurl, which takes a stream that breaks off for a whole one.
  AddHeader("Accept-Encoding", "gzip, deflate");
  AddHeader("If-None-Match", request_.etag);
  AddHeader("If-Modified-Since", request_.last_modified);
  curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
}

void Transfer::SetTimes() {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now());
  const long left_ms = std::max<long>(long(left.count()), 1);
  curl_easy_setopt(easy_, CURLOPT_TIMEOUT_MS, left_ms);
  curl_easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT_MS, std::min<long>(options_.connect_timeout_ms, left_ms));
}

curl_socket_t Transfer::OnSocket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& t = *static_cast<Transfer*>(self);
  const auto& allowed = t.options_.allowed_hosts;
  const bool trusted =
      t.options_.allow_private_addresses || std::find(allowed.begin(), allowed.end(), t.url_->host) != allowed.end();
  if (!trusted && !IsPublicAddress(address->addr)) {
    t.refused_address_ = FormatAddress(address->addr);
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

size_t Transfer::OnHeader(char*, size_t size, size_t count, void* self) {
  auto& t = *static_cast<Transfer*>(self);
  t.header_bytes_ += size * count;
  if (t.header_bytes_ <= kHeaderBytesMax) return size * count;
  t.Stop(Errc::kTooLarge, "more than " + std::to_string(kHeaderBytesMax) + " bytes of headers");
  return 0;
}

size_t Transfer::OnBody(char* data, size_t size, size_t count, void* self) {
  return static_cast<Transfer*>(self)->TakeBody({data, size * count}) ? size * count : 0;
}

bool Transfer::TakeBody(std::string_view bytes) {
  Result<void> taken;
  if (!body_started_) taken = StartBody();
  if (taken && !skip_body_) {
    if (inflater_) {
      taken = inflater_->Write(bytes, response_.body);
    } else if (response_.body.size() + bytes.size() > request_.bytes_max) {
      taken = Fail(Errc::kTooLarge, "more than " + std::to_string(request_.bytes_max) + " bytes");
    } else {
      response_.body.append(bytes);
    }
  }
  if (!taken) Stop(taken.error().code, taken.error().what);
  return taken.has_value();
}

Result<void> Transfer::StartBody() {
  body_started_ = true;
  skip_body_ = RedirectTarget().has_value();
  size_t lines = 0;
  const std::string coding = LowerAscii(Header("Content-Encoding", &lines));
  if (skip_body_ || coding.empty() || coding == "identity") return {};
  if (lines == 1 && (coding == "gzip" || coding == "x-gzip")) {
    inflater_ = std::make_unique<Inflater>(Inflater::Format::kGzip, request_.bytes_max);
  } else if (lines == 1 && coding == "deflate") {
    inflater_ = std::make_unique<Inflater>(Inflater::Format::kDeflate, request_.bytes_max);
  } else {
    return Fail(Errc::kUnsupported, "content coding \"" + coding.substr(0, 40) + "\" was not asked for");
  }
  return {};
}

std::string Transfer::Header(const char* name, size_t* count) const {
  curl_header* header = nullptr;
  if (curl_easy_header(easy_, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK) return {};
  if (count != nullptr) *count = header->amount;
  return header->value;
}

std::optional<std::string> Transfer::RedirectTarget() const {
  long status = 0;
  curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
  if (!IsRedirect(int(status))) return std::nullopt;
  std::string location = Header("Location");
  return location.empty() ? std::nullopt : std::optional(std::move(location));
}

bool Transfer::Finish(CURLcode code) {
  if (error_) return false;
  if (code != CURLE_OK) {
    error_ = ErrorOf(code);
    return false;
  }
  if (const auto location = RedirectTarget()) return Follow(*location);
  if (inflater_ && !inflater_->complete()) {
    Stop(Errc::kMalformed, "the compressed body breaks off after " + std::to_string(response_.body.size()) + " bytes");
    return false;
  }
  TakeHead();
  return false;
}

void Transfer::TakeHead() {
  long status = 0;
  curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
  response_.status = int(status);
  response_.url = url_->href;
  response_.content_type = Header("Content-Type");
  response_.etag = Header("ETag");
  response_.last_modified = Header("Last-Modified");
  response_.retry_after = Header("Retry-After");
}

bool Transfer::Follow(const std::string& location) {
  if (++redirects_ > kRedirectsMax) {
    Stop(Errc::kTooLarge,
         "more than " + std::to_string(kRedirectsMax) + " redirects, the last to " + location.substr(0, 200));
    return false;
  }
  auto target = ParseUrl(location, url_->href);
  if (!target || (target->scheme != "http" && target->scheme != "https")) {
    Stop(Errc::kUnsupported, "redirects to " + location.substr(0, 200) + ", which is no http address");
    return false;
  }
  if (request_.may_follow && !request_.may_follow(target->href)) {
    TakeHead();
    response_.location = target->href;
    return false;
  }
  url_ = std::move(target);
  return true;
}

void Transfer::Stop(Errc code, const std::string& what) {
  if (!error_) error_ = Error{code, Subject() + ": " + what};
}

std::string Transfer::Subject() const {
  std::string subject = "GET " + request_.url.substr(0, 500);
  if (redirects_ > 0 && url_) subject += " (at " + url_->href.substr(0, 500) + ")";
  return subject;
}

Error Transfer::ErrorOf(CURLcode code) const {
  const std::string detail = *curl_message_ != '\0' ? curl_message_ : curl_easy_strerror(code);
  const std::string subject = Subject() + ": ";
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return {Errc::kUnavailable, subject + (header_bytes_ == 0 ? "no answer" : "not finished") + " within " +
                                      Seconds(options_.timeout_ms) + "; it is tried again at the next visit"};
    case CURLE_COULDNT_CONNECT:
      if (refused_address_.empty()) break;
      return {Errc::kForbidden, subject + refused_address_ + " is not a public address; name " + url_->host +
                                    " as a source's host if it is meant"};
    case CURLE_COULDNT_RESOLVE_HOST:
      return {Errc::kUnavailable, subject + "no address for " + url_->host + "; check the name"};
    case CURLE_PARTIAL_FILE:
      return {Errc::kMalformed,
              subject + "the body breaks off after " + std::to_string(response_.body.size()) + " bytes"};
    case CURLE_PEER_FAILED_VERIFICATION:
      return {Errc::kUnavailable, subject + "the server's certificate is not accepted: " + detail};
    default: break;
  }
  return {Errc::kUnavailable, subject + detail};
}

void Transfer::End() {
  if (error_) return done_(tl::unexpected(std::move(*error_)));
  done_(std::move(response_));
}

void Transfer::EndWith(Error error) { done_(tl::unexpected(std::move(error))); }

}  // namespace tocsin
