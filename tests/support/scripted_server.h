// An HTTP server on loopback whose answers a test decides. One connection after the other, one request each.
#pragma once

#include <arpa/inet.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tocsin {

struct ScriptedRequest {
  std::string method, path, head, body;

  // The header's value, or "". Names match in any case.
  std::string Header(const std::string& name) const {
    for (size_t at = head.find("\r\n"); at != std::string::npos; at = head.find("\r\n", at + 2)) {
      const size_t begin = at + 2;
      if (strncasecmp(head.c_str() + begin, (name + ": ").c_str(), name.size() + 2) != 0) continue;
      return head.substr(begin + name.size() + 2, head.find("\r\n", begin) - begin - name.size() - 2);
    }
    return {};
  }
};

struct LoopbackAnswer {
  int status = 200;
  std::string content_type = "text/html";
  std::string body;
  std::string headers;  // further lines, each ended by \r\n
};

class ScriptedServer {
 public:
  using Handler = std::function<LoopbackAnswer(const ScriptedRequest&)>;

  explicit ScriptedServer(Handler handler) : handler_(std::move(handler)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 64) != 0) std::abort();
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Serve(); });
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;
  ~ScriptedServer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }

  std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }

  // Everything that was asked so far.
  std::vector<ScriptedRequest> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void Serve() {
    for (int peer; (peer = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0; close(peer)) {
      ScriptedRequest request;
      if (!Read(peer, request)) continue;
      const LoopbackAnswer answer = handler_(request);
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(std::move(request));
      }
      Write(peer, "HTTP/1.1 " + std::to_string(answer.status) + " X\r\nContent-Type: " + answer.content_type +
                      "\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n" + answer.headers +
                      "Connection: close\r\n\r\n" + answer.body);
    }
  }

  static bool Read(int peer, ScriptedRequest& request) {
    std::string bytes;
    char block[4096];
    size_t head = std::string::npos, wanted = 0;
    while (head == std::string::npos || bytes.size() < wanted) {
      const ssize_t got = read(peer, block, sizeof block);
      if (got <= 0) return false;
      bytes.append(block, size_t(got));
      if (head != std::string::npos || (head = bytes.find("\r\n\r\n")) == std::string::npos) continue;
      request.head = bytes.substr(0, head + 2);
      const std::string length = request.Header("Content-Length");
      wanted = head + 4 + (length.empty() ? 0 : size_t(std::stoul(length)));
    }
    request.body = bytes.substr(head + 4);
    const size_t space = bytes.find(' ');
    request.method = bytes.substr(0, space);
    request.path = bytes.substr(space + 1, bytes.find(' ', space + 1) - space - 1);
    return true;
  }

  static void Write(int peer, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the other side is gone: it may have been killed on purpose
      bytes.remove_prefix(size_t(sent));
    }
  }

  Handler handler_;
  int listener_ = -1;
  uint16_t port_ = 0;
  std::mutex mutex_;
  std::vector<ScriptedRequest> requests_;
  std::thread thread_;
};

}  // namespace tocsin
