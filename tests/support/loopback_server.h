// A web server of a few lines on 127.0.0.1, for tests of what only real sockets show.
#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tocsin {

// Answers each connection with what `answer` makes of its request line and headers, byte for byte, and closes it.
// An empty answer keeps the connection open and silent until the server goes.
class LoopbackServer {
 public:
  using Answer = std::function<std::string(const std::string& request)>;

  explicit LoopbackServer(Answer answer) : answer_(std::move(answer)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0 || listen(listener_, 64) != 0) std::abort();
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
    origin_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this] { Serve(); });
  }

  ~LoopbackServer() {
    const uint64_t one = 1;
    if (write(stop_, &one, sizeof one) != sizeof one) std::abort();
    thread_.join();
    for (const int fd : silent_) close(fd);
    close(listener_);
    close(stop_);
  }

  const std::string& origin() const { return origin_; }
  int requests() const { return requests_; }

 private:
  void Serve() {
    for (;;) {
      pollfd fds[] = {{listener_, POLLIN, 0}, {stop_, POLLIN, 0}};
      if (poll(fds, 2, -1) < 0 || fds[1].revents != 0) return;
      const int fd = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd >= 0) Talk(fd);
    }
  }

  void Talk(int fd) {
    std::string request;
    char block[4096];
    while (request.find("\r\n\r\n") == request.npos) {
      const ssize_t n = read(fd, block, sizeof block);
      if (n <= 0) break;
      request.append(block, size_t(n));
    }
    ++requests_;
    const std::string answer = answer_(request);
    if (answer.empty()) return silent_.push_back(fd);
    for (std::string_view left = answer; !left.empty();) {
      const ssize_t n = send(fd, left.data(), left.size(), MSG_NOSIGNAL);
      if (n <= 0) break;
      left.remove_prefix(size_t(n));
    }
    close(fd);
  }

  Answer answer_;
  int listener_ = -1;
  const int stop_ = eventfd(0, EFD_CLOEXEC);
  std::string origin_;
  std::atomic<int> requests_ = 0;
  std::vector<int> silent_;
  std::thread thread_;
};

// "HTTP/1.1 200 OK" with a Content-Length; `headers` are whole lines: "ETag: \"1\"\r\n".
inline std::string HttpAnswer(std::string_view status, std::string_view headers, std::string_view body) {
  std::string out = "HTTP/1.1 ";
  out.append(status).append("\r\nConnection: close\r\n").append(headers);
  out += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  return out.append(body);
}

}  // namespace tocsin
