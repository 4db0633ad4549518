#include <curl/curl.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <fstream>
#include <mutex>

#include "cli/alert/channel.h"
#include "cli/output/event_json.h"

namespace tocsin {
namespace {

constexpr long kConnectTimeoutMs = 5'000;
constexpr long kTimeoutMs = 15'000;           // the whole exchange
constexpr size_t kSecretBytesMax = 4'096;     // more is not a secret but another file
constexpr size_t kAnswerBytesMax = 64 << 10;  // of the receiver's answer, which is not looked at

size_t Discard(char*, size_t size, size_t count, void* seen) {
  size_t& total = *static_cast<size_t*>(seen);
  total += size * count;
  return total > kAnswerBytesMax ? 0 : size * count;
}

// First line of the file, without white space at its end.
Result<std::string> ReadSecret(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string secret(kSecretBytesMax, '\0');
  if (!in) return Fail(Errc::kConfig, path + ": the secret cannot be read");
  in.read(secret.data(), std::streamsize(secret.size()));
  secret.resize(size_t(in.gcount()));
  secret.resize(secret.find_last_not_of(" \t\r\n") + 1);
  if (secret.empty()) return Fail(Errc::kConfig, path + ": the secret is empty");
  return secret;
}

struct Transfer {
  CURL* curl = curl_easy_init();
  curl_slist* headers = nullptr;

  Transfer() = default;
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer() {
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
  }
  void Header(const std::string& line) { headers = curl_slist_append(headers, line.c_str()); }
};

class WebhookChannel final : public Channel {
 public:
  WebhookChannel(std::string url, std::string secret_file)
      : url_(std::move(url)), secret_file_(std::move(secret_file)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  }

  Result<void> Send(const Alert& alert) override {
    const std::string body = ToLine(AlertJson(alert));
    Transfer transfer;
    if (transfer.curl == nullptr) return Fail(Errc::kUnavailable, "webhook: no memory");
    transfer.Header("Content-Type: application/json");
    transfer.Header("X-Tocsin-Delivery: " + alert.id);
    if (!secret_file_.empty()) {
      const auto secret = ReadSecret(secret_file_);
      if (!secret) return tl::unexpected(secret.error());
      transfer.Header("X-Tocsin-Signature: " + Signature(*secret, body));
    }
    return Post(transfer, body);
  }

 private:
  Result<void> Post(Transfer& transfer, const std::string& body) const {
    CURL* curl = transfer.curl;
    size_t seen = 0;
    curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, transfer.headers);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Tocsin/0.1");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, kConnectTimeoutMs);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, kTimeoutMs);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, Discard);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &seen);
    const CURLcode code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    if (code != CURLE_OK && status == 0) {
      return Fail(Errc::kUnavailable, "POST " + url_ + ": " + curl_easy_strerror(code));
    }
    if (status >= 200 && status < 300) return {};
    const bool later = status >= 500 || status == 408 || status == 425 || status == 429;
    return Fail(later ? Errc::kUnavailable : Errc::kForbidden, "POST " + url_ + ": answered " + std::to_string(status));
  }

  std::string url_, secret_file_;
};

}  // namespace

std::string Signature(std::string_view secret, std::string_view body) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha256(), secret.data(), int(secret.size()), reinterpret_cast<const unsigned char*>(body.data()),
       body.size(), digest, &size);
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "sha256=";
  for (unsigned int i = 0; i < size; ++i) {
    out += kHex[digest[i] >> 4];
    out += kHex[digest[i] & 15];
  }
  return out;
}

std::unique_ptr<Channel> MakeWebhookChannel(const std::string& url, const std::string& secret_file) {
  return std::make_unique<WebhookChannel>(url, secret_file);
}

}  // namespace tocsin
