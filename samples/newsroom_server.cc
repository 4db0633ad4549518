// Serves a folder on 127.0.0.1 as a small news site would: strong ETags, Last-Modified, 304, honest content types.
//
//   newsroom_server DIR [--port N] [--port-file FILE] [--log FILE]
//
// Prints its address on one line. "{{ORIGIN}}" inside text files becomes that address, so that feeds can hold whole
// URLs. A file `.headers` in a folder gives content types that the extension does not: lines "page.html: Content-Type
// text/html; charset=gb18030". Files whose name begins with a dot are not served. SIGTERM and SIGINT end it.
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fs = std::filesystem;

namespace {

struct Page {
  std::string bytes, content_type, etag, last_modified;
};

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// FNV-1a, 64 bits: changes with the content and with nothing else.
std::string ETagOf(std::string_view bytes) {
  uint64_t hash = 14695981039346656037u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  char text[24];
  std::snprintf(text, sizeof text, "\"%016llx\"", static_cast<unsigned long long>(hash));
  return text;
}

std::string HttpDate(time_t at) {
  tm parts{};
  gmtime_r(&at, &parts);
  char text[40];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text;
}

std::optional<time_t> ParseHttpDate(const char* text) {
  tm parts{};
  if (text == nullptr || strptime(text, "%a, %d %b %Y %H:%M:%S GMT", &parts) == nullptr) return std::nullopt;
  return timegm(&parts);
}

std::string TypeByExtension(const fs::path& path) {
  static const std::map<std::string, std::string> kTypes = {
      {".html", "text/html; charset=utf-8"}, {".xml", "application/xml"},        {".rss", "application/rss+xml"},
      {".atom", "application/atom+xml"},     {".json", "application/feed+json"}, {".txt", "text/plain; charset=utf-8"}};
  const auto at = kTypes.find(path.extension().string());
  return at == kTypes.end() ? "application/octet-stream" : at->second;
}

std::string TypeOf(const fs::path& path) {
  std::ifstream headers(path.parent_path() / ".headers");
  const std::string name = path.filename().string();
  for (std::string line; std::getline(headers, line);) {
    const size_t colon = line.find(": Content-Type ");
    if (colon != line.npos && colon > 0 && name.ends_with(line.substr(0, colon))) {
      return line.substr(colon + std::strlen(": Content-Type "));
    }
  }
  return TypeByExtension(path);
}

void ReplaceOrigin(std::string& text, const std::string& origin) {
  constexpr std::string_view kMark = "{{ORIGIN}}";
  for (size_t at = 0; (at = text.find(kMark, at)) != text.npos; at += origin.size()) {
    text.replace(at, kMark.size(), origin);
  }
}

class Newsroom {
 public:
  Newsroom(fs::path folder, FILE* log) : folder_(fs::canonical(folder)), log_(log) {}

  void set_origin(std::string origin) { origin_ = std::move(origin); }

  MHD_Result Answer(MHD_Connection* connection, const char* path, const char* method) {
    const bool head = std::strcmp(method, "HEAD") == 0;
    if (!head && std::strcmp(method, "GET") != 0)
      return Send(connection, path, method, 405, Text("method not allowed\n"));
    const auto page = Find(path);
    if (!page) return Send(connection, path, method, 404, Text("not found\n"));
    return Send(connection, path, method, IsKnown(connection, *page) ? 304 : 200, *page);
  }

 private:
  static Page Text(const char* text) { return {text, "text/plain; charset=utf-8", "", ""}; }

  // No name that begins with a dot, so neither ".." nor ".headers"; and nothing outside through a link.
  std::optional<Page> Find(std::string_view path) const {
    if (!path.starts_with('/') || path.find("/.") != path.npos || path.find('\0') != path.npos) return std::nullopt;
    std::error_code error;
    fs::path file = folder_ / fs::path(path.substr(1));
    if (fs::is_directory(file, error)) file /= "index.html";
    file = fs::canonical(file, error);
    if (error || !file.string().starts_with(folder_.string() + "/") || !fs::is_regular_file(file, error))
      return std::nullopt;
    struct stat facts {};
    if (stat(file.c_str(), &facts) != 0) return std::nullopt;
    Page page{ReadAll(file), TypeOf(file), "", HttpDate(facts.st_mtime)};
    ReplaceOrigin(page.bytes, origin_);
    page.etag = ETagOf(page.bytes);
    return page;
  }

  // If-None-Match counts alone when it is there (RFC 9110, 13.2.2).
  static bool IsKnown(MHD_Connection* connection, const Page& page) {
    if (const char* tags = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-None-Match")) {
      return std::string_view(tags) == "*" || std::string_view(tags).find(page.etag) != std::string_view::npos;
    }
    const auto since = ParseHttpDate(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "If-Modified-Since"));
    const auto modified = ParseHttpDate(page.last_modified.c_str());
    return since && modified && *modified <= *since;
  }

  MHD_Result Send(MHD_Connection* connection, const char* path, const char* method, unsigned status, const Page& page) {
    const std::string body = status == 304 ? std::string() : page.bytes;
    MHD_Response* response =
        MHD_create_response_from_buffer(body.size(), const_cast<char*>(body.data()), MHD_RESPMEM_MUST_COPY);
    auto header = [&](const char* name, const std::string& value) {
      if (!value.empty()) MHD_add_response_header(response, name, value.c_str());
    };
    header("Content-Type", page.content_type);
    header("ETag", page.etag);
    header("Last-Modified", page.last_modified);
    const MHD_Result sent = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    if (log_ != nullptr) {
      const std::lock_guard lock(mutex_);
      std::fprintf(log_, "%s %s %u\n", method, path, status);
    }
    return sent;
  }

  const fs::path folder_;
  FILE* const log_;
  std::string origin_;
  std::mutex mutex_;
};

MHD_Result OnRequest(void* newsroom, MHD_Connection* connection, const char* path, const char* method, const char*,
                     const char*, size_t* upload_bytes, void** state) {
  // Called once for the headers, once for each part of a body, and once at its end: only then may it be answered,
  // or the connection is closed.
  const bool at_end = std::exchange(*state, newsroom) != nullptr && *upload_bytes == 0;
  *upload_bytes = 0;
  if (!at_end) return MHD_YES;
  return static_cast<Newsroom*>(newsroom)->Answer(connection, path, method);
}

struct Flags {
  std::string folder, port_file, log;
  uint16_t port = 0;
};

std::optional<Flags> ReadFlags(int argc, char** argv) {
  Flags flags;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--") && flags.folder.empty()) {
      flags.folder = name;
      continue;
    }
    if (i + 1 == argc) return std::nullopt;
    const std::string value = argv[++i];
    if (name == "--port") {
      flags.port = uint16_t(std::strtoul(value.c_str(), nullptr, 10));
    } else if (name == "--port-file") {
      flags.port_file = value;
    } else if (name == "--log") {
      flags.log = value;
    } else {
      return std::nullopt;
    }
  }
  return flags.folder.empty() ? std::nullopt : std::optional(flags);
}

MHD_Daemon* Listen(Newsroom& newsroom, uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL, port, nullptr, nullptr, OnRequest, &newsroom,
                          MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr*>(&address), MHD_OPTION_END);
}

// Written whole under another name first: who sees the file sees the port.
void WritePortFile(const std::string& path, unsigned port) {
  const std::string half = path + ".new";
  std::ofstream(half) << port << '\n';
  fs::rename(half, path);
}

}  // namespace

int main(int argc, char** argv) {
  const auto flags = ReadFlags(argc, argv);
  if (!flags || !fs::is_directory(flags->folder)) {
    std::fputs("usage: newsroom_server DIR [--port N] [--port-file FILE] [--log FILE]\n", stderr);
    return 2;
  }
  FILE* log = flags->log.empty() ? nullptr : std::fopen(flags->log.c_str(), "a");
  if (log != nullptr) std::setvbuf(log, nullptr, _IOLBF, 0);

  // Blocked before the server's thread exists, so that only sigwait below takes them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  Newsroom newsroom(flags->folder, log);
  MHD_Daemon* daemon = Listen(newsroom, flags->port);
  if (daemon == nullptr) {
    std::fprintf(stderr, "newsroom_server: port %u on 127.0.0.1 cannot be opened\n", unsigned(flags->port));
    return 1;
  }
  const unsigned port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
  newsroom.set_origin("http://127.0.0.1:" + std::to_string(port));
  std::printf("http://127.0.0.1:%u/\n", port);
  std::fflush(stdout);
  if (!flags->port_file.empty()) WritePortFile(flags->port_file, port);

  int signal = 0;
  sigwait(&signals, &signal);
  MHD_stop_daemon(daemon);
  if (log != nullptr) std::fclose(log);
  return 0;
}
