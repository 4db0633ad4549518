// The URL standard's basic parser (https://url.spec.whatwg.org/#url-parsing), read as a grammar.
//
// The standard describes a state machine over code points. Most of its states only look for the next delimiter, so
// the same language is read here by cutting: the fragment first, then scheme, authority, path and query, each by a
// function that hands the rest on. A path is kept as the text "/a/b": its first segment is empty when it starts
// with "//", and dropping the last segment is cutting at the last "/".
#include <algorithm>
#include <charconv>
#include <cstdint>

#include "ingest/base/limits.h"
#include "ingest/http/url_host.h"
#include "ingest/http/url_percent.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

struct Record {
  std::string scheme, username, password;
  std::optional<std::string> host;
  std::optional<uint16_t> port;
  std::string path;
  bool opaque_path = false;
  std::optional<std::string> query, fragment;
};

constexpr bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }

// The default port; 0 for "file", nullopt for a scheme that is not special.
std::optional<uint16_t> SpecialPort(std::string_view scheme) {
  if (scheme == "https" || scheme == "wss") return uint16_t{443};
  if (scheme == "http" || scheme == "ws") return uint16_t{80};
  if (scheme == "ftp") return uint16_t{21};
  if (scheme == "file") return uint16_t{0};
  return std::nullopt;
}

bool IsDriveLetter(std::string_view s) { return s.size() == 2 && IsAlpha(s[0]) && (s[1] == ':' || s[1] == '|'); }

bool StartsWithDriveLetter(std::string_view s) {
  return IsDriveLetter(s.substr(0, 2)) && (s.size() == 2 || std::string_view("/\\?#").find(s[2]) != s.npos);
}

// "/C:" at the front of a path.
bool HasDrive(std::string_view path) {
  return path.size() >= 3 && IsAlpha(path[1]) && path[2] == ':' && (path.size() == 3 || path[3] == '/');
}

// Outer controls and spaces go, tabs and line ends go everywhere.
std::string Strip(std::string_view input) {
  const auto outer = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!input.empty() && outer(input.front())) input.remove_prefix(1);
  while (!input.empty() && outer(input.back())) input.remove_suffix(1);
  std::string out(input);
  std::erase_if(out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return out;
}

// "https" of "HTTPS://…", which loses it with its colon; "" when there is none.
std::string TakeScheme(std::string_view& text) {
  size_t end = 0;
  while (end < text.size() &&
         (IsAlpha(text[end]) || IsDigit(text[end]) || text[end] == '+' || text[end] == '-' || text[end] == '.'))
    ++end;
  if (end == 0 || !IsAlpha(text[0]) || end == text.size() || text[end] != ':') return {};
  std::string scheme(text.substr(0, end));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), Lower);
  text.remove_prefix(end + 1);
  return scheme;
}

bool IsDotSegment(std::string_view segment, int dots) {
  for (; !segment.empty(); --dots) {
    const bool encoded = segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' && Lower(segment[2]) == 'e';
    if (!encoded && segment[0] != '.') return false;
    segment.remove_prefix(encoded ? 3 : 1);
  }
  return dots == 0;
}

class Parser {
 public:
  explicit Parser(const Record* base) : base_(base) {}

  std::optional<Record> Parse(std::string_view text) {
    if (const size_t hash = text.find('#'); hash != text.npos) {
      url_.fragment.emplace();
      AppendEncoded(text.substr(hash + 1), EncodeSet::kFragment, *url_.fragment);
      text = text.substr(0, hash);
    }
    url_.scheme = TakeScheme(text);
    const bool good = url_.scheme.empty() ? ReadWithoutScheme(text) : ReadAfterScheme(text);
    return good ? std::optional(std::move(url_)) : std::nullopt;
  }

 private:
  bool special() const { return SpecialPort(url_.scheme).has_value(); }
  bool IsSlash(char c) const { return c == '/' || (c == '\\' && special()); }
  bool StartsWithSlash(std::string_view text) const { return !text.empty() && IsSlash(text[0]); }

  bool ReadWithoutScheme(std::string_view text) {
    if (base_ == nullptr) return false;
    url_.scheme = base_->scheme;
    if (base_->opaque_path) {
      if (!text.empty() || !url_.fragment) return false;
      InheritHost();
      url_.path = base_->path;
      url_.query = base_->query;
      url_.opaque_path = true;
      return true;
    }
    return url_.scheme == "file" ? ReadFile(text) : ReadRelative(text);
  }

  bool ReadAfterScheme(std::string_view text) {
    if (url_.scheme == "file") return ReadFile(text);
    if (special()) {
      const bool relative = base_ != nullptr && base_->scheme == url_.scheme && !text.starts_with("//");
      return relative ? ReadRelative(text) : ReadAuthority(SkipSlashes(text));
    }
    if (text.starts_with("//")) return ReadAuthority(text.substr(2));
    if (text.starts_with('/')) {
      ReadPath(text.substr(1));
      return true;
    }
    ReadOpaquePath(text);
    return true;
  }

  std::string_view SkipSlashes(std::string_view text) const {
    while (StartsWithSlash(text)) text.remove_prefix(1);
    return text;
  }

  void InheritHost() {
    url_.username = base_->username;
    url_.password = base_->password;
    url_.host = base_->host;
    url_.port = base_->port;
  }

  bool ReadRelative(std::string_view text) {
    if (StartsWithSlash(text)) {
      text.remove_prefix(1);
      if (StartsWithSlash(text)) return ReadAuthority(special() ? SkipSlashes(text) : text.substr(1));
      InheritHost();
      ReadPath(text);
      return true;
    }
    InheritHost();
    ReadFromBasePath(text);
    return true;
  }

  // `text` replaces what comes after the base's last "/", or only its query.
  void ReadFromBasePath(std::string_view text) {
    url_.path = base_->path;
    if (text.empty()) {
      url_.query = base_->query;
    } else if (text[0] == '?') {
      ReadQuery(text);
    } else {
      Shorten();
      ReadPath(text);
    }
  }

  bool ReadAuthority(std::string_view text) {
    const size_t end = std::min(text.find_first_of(special() ? "/\\?" : "/?"), text.size());
    std::string_view authority = text.substr(0, end);
    if (const size_t at = authority.rfind('@'); at != authority.npos) {
      ReadCredentials(authority.substr(0, at));
      authority.remove_prefix(at + 1);
      if (authority.empty()) return false;
    }
    return ReadHostAndPort(authority) && ReadPathStart(text.substr(end));
  }

  void ReadCredentials(std::string_view text) {
    const size_t colon = text.find(':');
    AppendEncoded(text.substr(0, colon), EncodeSet::kUserinfo, url_.username);
    if (colon != text.npos) AppendEncoded(text.substr(colon + 1), EncodeSet::kUserinfo, url_.password);
  }

  bool ReadHostAndPort(std::string_view text) {
    const size_t colon = PortColon(text);
    const std::string_view host = text.substr(0, colon);
    if (host.empty() && (special() || colon != text.npos)) return false;
    url_.host = ParseHost(host, !special());
    return url_.host && (colon == text.npos || ReadPort(text.substr(colon + 1)));
  }

  // The first colon outside of brackets.
  static size_t PortColon(std::string_view text) {
    bool brackets = false;
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '[') brackets = true;
      if (text[i] == ']') brackets = false;
      if (text[i] == ':' && !brackets) return i;
    }
    return text.npos;
  }

  bool ReadPort(std::string_view text) {
    if (text.empty()) return true;
    uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size()) return false;
    if (SpecialPort(url_.scheme) != port) url_.port = port;
    return true;
  }

  bool ReadFile(std::string_view text) {
    url_.host = "";
    const bool inherits = base_ != nullptr && base_->scheme == "file";
    if (StartsWithSlash(text)) {
      text.remove_prefix(1);
      if (StartsWithSlash(text)) return ReadFileHost(text.substr(1));
      if (inherits) {
        url_.host = base_->host;
        if (!StartsWithDriveLetter(text) && HasDrive(base_->path)) url_.path = base_->path.substr(0, 3);
      }
      ReadPath(text);
      return true;
    }
    if (!inherits) {
      ReadPath(text);
      return true;
    }
    url_.host = base_->host;
    if (StartsWithDriveLetter(text)) {
      ReadPath(text);
    } else {
      ReadFromBasePath(text);
    }
    return true;
  }

  bool ReadFileHost(std::string_view text) {
    const size_t end = std::min(text.find_first_of("/\\?"), text.size());
    const std::string_view host = text.substr(0, end);
    if (IsDriveLetter(host)) {
      ReadPath(text);
      return true;
    }
    if (!host.empty()) {
      url_.host = ParseHost(host, false);
      if (url_.host == "localhost") url_.host = "";
    }
    return url_.host && ReadPathStart(text.substr(end));
  }

  // After an authority: a path that begins with its slash, or none.
  bool ReadPathStart(std::string_view text) {
    if (StartsWithSlash(text)) {
      ReadPath(text.substr(1));
    } else if (special()) {
      ReadPath(text);
    } else {
      ReadQuery(text);
    }
    return true;
  }

  // `text` begins after the slash of its first segment.
  void ReadPath(std::string_view text) {
    const size_t end = std::min(text.find('?'), text.size());
    std::string_view path = text.substr(0, end);
    for (bool more = true; more;) {
      const size_t slash = path.find_first_of(special() ? "/\\" : "/");
      more = slash != path.npos;
      AppendSegment(path.substr(0, slash), !more);
      if (more) path.remove_prefix(slash + 1);
    }
    ReadQuery(text.substr(end));
  }

  void AppendSegment(std::string_view segment, bool last) {
    if (IsDotSegment(segment, 2)) {
      Shorten();
      if (last) url_.path += '/';
    } else if (IsDotSegment(segment, 1)) {
      if (last) url_.path += '/';
    } else {
      const bool drive = url_.scheme == "file" && url_.path.empty() && IsDriveLetter(segment);
      url_.path += '/';
      AppendEncoded(segment, EncodeSet::kPath, url_.path);
      if (drive) url_.path.back() = ':';
    }
  }

  // Drops the last segment, but never a drive letter.
  void Shorten() {
    if (url_.scheme == "file" && url_.path.size() == 3 && HasDrive(url_.path)) return;
    if (const size_t slash = url_.path.rfind('/'); slash != url_.path.npos) url_.path.resize(slash);
  }

  void ReadOpaquePath(std::string_view text) {
    url_.opaque_path = true;
    const size_t end = std::min(text.find('?'), text.size());
    AppendEncoded(text.substr(0, end), EncodeSet::kControl, url_.path);
    // A space at the end would be lost with the query or fragment behind it.
    if ((end < text.size() || url_.fragment) && url_.path.ends_with(' ')) {
      url_.path.pop_back();
      url_.path += "%20";
    }
    ReadQuery(text.substr(end));
  }

  // `text` is empty or begins with "?".
  void ReadQuery(std::string_view text) {
    if (text.empty()) return;
    url_.query.emplace();
    AppendEncoded(text.substr(1), special() ? EncodeSet::kSpecialQuery : EncodeSet::kQuery, *url_.query);
  }

  const Record* base_;
  Record url_;
};

std::optional<Record> ParseRecord(std::string_view input, const Record* base) {
  if (input.size() > kUrlBytesMax) return std::nullopt;
  return Parser(base).Parse(ReplaceInvalidUtf8(Strip(input)));
}

// Appends `mark` and `text`, each of them only if there is a text.
void Append(char mark, const std::optional<std::string>& text, std::string& out) {
  if (!text) return;
  out += mark;
  out += *text;
}

void AppendAuthority(const Record& r, std::string& out) {
  out += "//";
  out += r.username;
  if (!r.password.empty()) Append(':', r.password, out);
  if (!r.username.empty() || !r.password.empty()) out += '@';
  out += *r.host;
  if (r.port) Append(':', std::to_string(*r.port), out);
}

Url Serialize(Record r) {
  Url url;
  url.href = r.scheme;
  url.href += ':';
  if (r.host) AppendAuthority(r, url.href);
  // Without a host, "//" at the front of the path would read as one.
  if (!r.host && !r.opaque_path && r.path.starts_with("//")) url.href += "/.";
  url.href += r.path;
  Append('?', r.query, url.href);
  Append('#', r.fragment, url.href);
  if (r.query && !r.query->empty()) Append('?', r.query, url.query);
  if (r.fragment && !r.fragment->empty()) Append('#', r.fragment, url.fragment);
  url.scheme = std::move(r.scheme);
  url.host = r.host.value_or("");
  if (r.port) url.port = std::to_string(*r.port);
  url.path = std::move(r.path);
  return url;
}

}  // namespace

std::string Url::Origin() const { return scheme + "://" + host + (port.empty() ? "" : ":" + port); }

std::optional<Url> ParseUrl(std::string_view input, std::string_view base) {
  std::optional<Record> base_record;
  if (!base.empty()) {
    base_record = ParseRecord(base, nullptr);
    if (!base_record) return std::nullopt;
  }
  auto record = ParseRecord(input, base_record ? &*base_record : nullptr);
  if (!record) return std::nullopt;
  return Serialize(std::move(*record));
}

}  // namespace tocsin
