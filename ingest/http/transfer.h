// One request on its way through libcurl: its hops, its body, its end.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "ingest/archive/inflater.h"
#include "ingest/http_client.h"
#include "ingest/web.h"

namespace tocsin {

class Transfer {
 public:
  Transfer(HttpRequest request, HttpClient::Done done, const HttpOptions& options);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // Prepares the next hop. An Error when there can be none; then End is due.
  Result<CURL*> Begin();

  // After libcurl has finished a hop with `code`: true when a redirect is to be followed (call Begin again), false
  // when the result is ready (call End).
  bool Finish(CURLcode code);

  // Hands the result on. Once.
  void End();
  void EndWith(Error error);

 private:
  static size_t OnBody(char* data, size_t size, size_t count, void* self);
  static size_t OnHeader(char* data, size_t size, size_t count, void* self);
  static curl_socket_t OnSocket(void* self, curlsocktype purpose, curl_sockaddr* address);

  void SetOptions();
  void SetHeaders();
  void SetTimes();
  void AddHeader(const char* name, const std::string& value);
  bool TakeBody(std::string_view bytes);
  Result<void> StartBody();
  std::string Header(const char* name, size_t* count = nullptr) const;
  std::optional<std::string> RedirectTarget() const;
  bool Follow(const std::string& location);
  void TakeHead();  // status and headers of the last hop
  void Stop(Errc code, const std::string& what);
  Error ErrorOf(CURLcode code) const;
  std::string Subject() const;  // "GET https://…"

  const HttpRequest request_;
  HttpClient::Done done_;
  const HttpOptions& options_;
  const std::chrono::steady_clock::time_point deadline_;
  CURL* easy_ = nullptr;
  curl_slist* headers_ = nullptr;
  char curl_message_[CURL_ERROR_SIZE] = "";

  std::optional<Url> url_;  // of this hop
  int redirects_ = 0;
  size_t header_bytes_ = 0;
  bool body_started_ = false, skip_body_ = false;
  std::unique_ptr<Inflater> inflater_;
  std::string refused_address_;
  std::optional<Error> error_;  // ours; libcurl only knows that a callback gave up
  HttpResponse response_;
};

}  // namespace tocsin
