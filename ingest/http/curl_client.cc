// The real HttpClient: one libcurl multi handle, driven by Step.
#include <curl/curl.h>

#include <deque>
#include <list>

#include "ingest/http/transfer.h"
#include "ingest/http_client.h"

namespace tocsin {
namespace {

class CurlClient final : public HttpClient {
 public:
  CurlClient(const HttpOptions& options, CURLM* multi) : options_(options), multi_(multi) {
    curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, long(options_.connections_max));
  }

  ~CurlClient() override {
    for (const auto& transfer : active_) curl_multi_remove_handle(multi_, transfer.easy);
    active_.clear();
    curl_multi_cleanup(multi_);
  }

  void Start(HttpRequest request, Done done) override { waiting_.push_back({std::move(request), std::move(done)}); }

  size_t Step(int timeout_ms) override {
    BeginWaiting();
    if (ended_.empty() && !Perform()) {
      curl_multi_poll(multi_, nullptr, 0, timeout_ms, nullptr);
      Perform();
    }
    CallBack();
    return active_.size() + waiting_.size();
  }

 private:
  struct Waiting {
    HttpRequest request;
    Done done;
  };
  struct Active {
    std::unique_ptr<Transfer> transfer;
    CURL* easy;
  };

  // Transfers wait here and not in libcurl, where their time would run already.
  void BeginWaiting() {
    while (!waiting_.empty() && active_.size() < options_.connections_max) {
      auto transfer =
          std::make_unique<Transfer>(std::move(waiting_.front().request), std::move(waiting_.front().done), options_);
      waiting_.pop_front();
      Begin(std::move(transfer));
    }
  }

  void Begin(std::unique_ptr<Transfer> transfer) {
    const auto easy = transfer->Begin();
    if (!easy) {
      ended_.push_back(
          [t = std::shared_ptr<Transfer>(std::move(transfer)), error = easy.error()] { t->EndWith(error); });
      return;
    }
    curl_multi_add_handle(multi_, *easy);
    active_.push_back({std::move(transfer), *easy});
  }

  // Moves everything that can move; true when something ended or went on to another hop.
  bool Perform() {
    int running = 0;
    curl_multi_perform(multi_, &running);
    bool changed = false;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      changed = true;
      Finish(message->easy_handle, message->data.result);
    }
    return changed;
  }

  void Finish(CURL* easy, CURLcode code) {
    curl_multi_remove_handle(multi_, easy);
    const auto at = std::find_if(active_.begin(), active_.end(), [&](const Active& a) { return a.easy == easy; });
    std::unique_ptr<Transfer> transfer = std::move(at->transfer);
    active_.erase(at);
    if (transfer->Finish(code)) return Begin(std::move(transfer));
    ended_.push_back([t = std::shared_ptr<Transfer>(std::move(transfer))] { t->End(); });
  }

  // A callback may start further requests, which begin with the next Step.
  void CallBack() {
    auto ended = std::exchange(ended_, {});
    for (const auto& call : ended) call();
  }

  const HttpOptions options_;
  CURLM* const multi_;
  std::deque<Waiting> waiting_;
  std::list<Active> active_;
  std::vector<std::function<void()>> ended_;
};

}  // namespace

Result<std::unique_ptr<HttpClient>> MakeHttpClient(const HttpOptions& options) {
  static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM* multi = global == CURLE_OK ? curl_multi_init() : nullptr;
  if (multi == nullptr) return Fail(Errc::kUnavailable, "libcurl does not start");
  return std::make_unique<CurlClient>(options, multi);
}

}  // namespace tocsin
