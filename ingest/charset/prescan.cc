// The prescan of the HTML standard: <meta> is found without a parser, so that the parser may begin.
#include <algorithm>
#include <string>

#include "ingest/charset/labels.h"
#include "ingest/charset/sniff.h"

namespace tocsin {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

struct Attribute {
  std::string name, value;  // lower case
};

class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::string_view Run() {
    while ((at_ = bytes_.find('<', at_)) != std::string_view::npos) {
      if (const std::string_view found = Tag(); !found.empty()) return found;
    }
    return {};
  }

 private:
  bool Done() const { return at_ >= bytes_.size(); }
  bool At(std::string_view what) const {
    return bytes_.size() - at_ >= what.size() && std::equal(what.begin(), what.end(), bytes_.begin() + ptrdiff_t(at_),
                                                            [](char a, char b) { return a == Lower(b); });
  }

  // At a '<'. Leaves `at_` after the tag, or at the end when the bytes run out inside of it.
  std::string_view Tag() {
    if (At("<!--")) {
      at_ = std::min(bytes_.find("-->", at_ + 2), bytes_.size());
      return {};
    }
    if (At("<meta") && at_ + 5 < bytes_.size() && (IsSpace(bytes_[at_ + 5]) || bytes_[at_ + 5] == '/')) {
      at_ += 5;
      return Meta();
    }
    const size_t name = at_ + (At("</") ? 2 : 1);
    if (name < bytes_.size() && IsLetter(bytes_[name])) {
      at_ = name;
      while (!Done() && !IsSpace(bytes_[at_]) && bytes_[at_] != '>') ++at_;
      Attribute ignored;
      while (Next(ignored)) {
      }
    } else if (At("<!") || At("</") || At("<?")) {
      at_ = std::min(bytes_.find('>', at_), bytes_.size());
    } else {
      ++at_;
    }
    return {};
  }

  std::string_view Meta() {
    bool pragma = false, from_content = false, saw_charset = false;
    std::string_view charset;
    std::string seen = " ";
    for (Attribute a; Next(a);) {
      if (seen.find(" " + a.name + " ") != std::string::npos) continue;
      if (a.name != "http-equiv" && a.name != "content" && a.name != "charset") continue;
      seen += a.name + " ";
      if (a.name == "http-equiv") pragma = a.value == "content-type";
      if (a.name == "charset") {
        charset = EncodingForLabel(a.value);
        saw_charset = true;
        from_content = false;
      }
      if (a.name == "content" && !saw_charset) {
        charset = EncodingForLabel(CharsetParameter(a.value));
        from_content = !charset.empty();
      }
    }
    // Cut off by the end of the bytes: the attribute that would tell may be missing.
    if (Done() || (from_content && !pragma)) return {};
    if (charset == "utf-16le" || charset == "utf-16be") return "utf-8";
    return charset == "x-user-defined" ? "windows-1252" : charset;
  }

  // The standard's "get an attribute". False at the tag's end or the end of the bytes.
  bool Next(Attribute& out) {
    out = {};
    while (!Done() && (IsSpace(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (Done() || bytes_[at_] == '>') return false;
    while (!Done() && !(bytes_[at_] == '=' && !out.name.empty()) && !IsSpace(bytes_[at_]) && bytes_[at_] != '/' &&
           bytes_[at_] != '>') {
      out.name += Lower(bytes_[at_++]);
    }
    while (!Done() && IsSpace(bytes_[at_])) ++at_;
    if (Done()) return false;
    if (bytes_[at_] != '=') return true;
    ++at_;
    while (!Done() && IsSpace(bytes_[at_])) ++at_;
    return Value(out.value);
  }

  bool Value(std::string& value) {
    if (Done()) return false;
    const char quote = bytes_[at_];
    if (quote == '"' || quote == '\'') {
      const size_t end = bytes_.find(quote, at_ + 1);
      for (const char c : bytes_.substr(at_ + 1, end == std::string_view::npos ? end : end - at_ - 1))
        value += Lower(c);
      at_ = end == std::string_view::npos ? bytes_.size() : end + 1;
      return !Done();
    }
    while (!Done() && !IsSpace(bytes_[at_]) && bytes_[at_] != '>') value += Lower(bytes_[at_++]);
    return !Done();
  }

  std::string_view bytes_;
  size_t at_ = 0;
};

}  // namespace

std::string_view PrescanMeta(std::string_view bytes) { return Prescan(bytes).Run(); }

}  // namespace tocsin
