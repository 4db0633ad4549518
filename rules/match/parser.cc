// The query language, by recursive descent: one function a line of the grammar.
#include <fmt/format.h>

#include <utility>

#include "ingest/base/limits.h"
#include "rules/match/terms.h"
#include "rules/match/words.h"
#include "rules/query.h"

namespace tocsin {
namespace {

using Parsed = tl::expected<QueryNode, QueryFault>;

tl::unexpected<QueryFault> Fault(size_t at, std::string what) {
  return tl::unexpected<QueryFault>(QueryFault{at, std::move(what)});
}

bool IsKeyLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

QueryNode Join(QueryNode::Kind kind, std::vector<QueryNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  QueryNode node;
  node.kind = kind;
  for (QueryNode& part : parts) {
    // AND in AND and OR in OR are one: parentheses leave no trace that the meaning does not need.
    if (part.kind == kind) {
      for (QueryNode& child : part.children) node.children.push_back(std::move(child));
    } else {
      node.children.push_back(std::move(part));
    }
  }
  return node;
}

class Parser {
 public:
  Parser(std::string_view text, TermContext& context) : text_(text), context_(context) {}

  Parsed Whole() {
    SkipSpace();
    if (AtEnd()) return QueryNode{};
    auto node = Or();
    if (!node) return node;
    if (!AtEnd()) return Fault(pos_, text_[pos_] == ')' ? "\")\" without \"(\"" : "cannot read on from here");
    return node;
  }

 private:
  Parsed Or() {
    std::vector<QueryNode> parts;
    do {
      auto part = And();
      if (!part) return part;
      parts.push_back(std::move(*part));
    } while (TakeWord("OR"));
    return Join(QueryNode::Kind::kOr, std::move(parts));
  }

  Parsed And() {
    std::vector<QueryNode> parts;
    do {
      auto part = Not();
      if (!part) return part;
      parts.push_back(std::move(*part));
      SkipSpace();
      TakeWord("AND");
    } while (!AtEnd() && text_[pos_] != ')' && !SeesWord("OR"));
    return Join(QueryNode::Kind::kAnd, std::move(parts));
  }

  Parsed Not() {
    SkipSpace();
    const size_t at = pos_;
    if (!TakeWord("NOT") && !TakeMinus()) return Atom();
    if (++depth_ > kQueryDepthMax) return Fault(at, TooDeep());
    auto inner = Not();
    --depth_;
    if (!inner) return inner;
    QueryNode node;
    node.kind = QueryNode::Kind::kNot;
    node.children.push_back(std::move(*inner));
    return node;
  }

  Parsed Atom() {
    if (AtEnd()) return Fault(pos_, "something is missing at the end");
    if (SeesWord("OR") || SeesWord("AND")) return Fault(pos_, "something is missing before " + std::string(Bare()));
    if (text_[pos_] == ')') return Fault(pos_, "something is missing before \")\"");
    if (text_[pos_] == '(') return Group();
    if (SeesQuote(pos_)) return Words();
    size_t end = pos_;
    while (end < text_.size() && IsKeyLetter(text_[end])) ++end;
    if (const size_t op_bytes = OpBytes(end); end > pos_ && op_bytes > 0) return Keyed(end, op_bytes);
    return Words();
  }

  Parsed Group() {
    const size_t open = pos_++;
    if (++depth_ > kQueryDepthMax) return Fault(open, TooDeep());
    auto inner = Or();
    --depth_;
    if (!inner) return inner;
    SkipSpace();
    if (AtEnd()) return Fault(open, "\"(\" is never closed");
    ++pos_;  // Or() stops at the end or at ")"
    return inner;
  }

  // A phrase or a bare word: looked for in sentence and title.
  Parsed Words() {
    WrittenValue value{{}, pos_};
    if (SeesQuote(pos_)) {
      auto quoted = TakeQuoted();
      if (!quoted) return tl::unexpected<QueryFault>(quoted.error());
      value.text = std::move(*quoted);
      value.prefix = TakeStar();
    } else {
      value.text = Bare();
      pos_ += value.text.size();
      StarOff(value);
    }
    return BuildTerm(QueryKey::kText, value.at, QueryOp::kIs, {value}, context_);
  }

  Parsed Keyed(size_t key_end, size_t op_bytes) {
    const size_t key_at = pos_;
    const std::string_view written = text_.substr(pos_, key_end - pos_);
    const std::string folded = FoldName(written);
    const auto key = ParseQueryKey(folded);
    if (!key) return Fault(key_at, fmt::format("unknown key \"{}\"{}", written.substr(0, 60), SuggestQueryKey(folded)));
    const QueryOp op = ReadOp(key_end, op_bytes);
    pos_ = key_end + op_bytes;
    std::vector<WrittenValue> values;
    do {
      auto value = TakeValue(*key);
      if (!value) return tl::unexpected<QueryFault>(value.error());
      values.push_back(std::move(*value));
    } while (TakeComma());
    return BuildTerm(*key, key_at, op, values, context_);
  }

  tl::expected<WrittenValue, QueryFault> TakeValue(QueryKey key) {
    WrittenValue value{{}, pos_};
    if (!AtEnd() && SeesQuote(pos_)) {
      auto quoted = TakeQuoted();
      if (!quoted) return tl::unexpected<QueryFault>(quoted.error());
      value.text = std::move(*quoted);
      value.prefix = TakeStar();
      return value;
    }
    const bool text_key = key == QueryKey::kText || key == QueryKey::kTitle;
    if (text_key && !AtEnd() && text_[pos_] == '/') return TakePattern();
    size_t end = pos_;
    while (end < text_.size() && !EndsValue(key, end)) ++end;
    value.text = text_.substr(pos_, end - pos_);
    pos_ = end;
    if (value.text.empty()) return Fault(value.at, fmt::format("{} needs a value", ToString(key)));
    if (text_key || key == QueryKey::kRule) StarOff(value);
    return value;
  }

  // A stroke ends it unless a backslash stands before; every other escape belongs to the expression.
  tl::expected<WrittenValue, QueryFault> TakePattern() {
    WrittenValue value{{}, pos_++, false, true};
    for (; !AtEnd(); ++pos_) {
      if (text_[pos_] == '/') {
        ++pos_;
        return value;
      }
      if (text_[pos_] == '\\' && pos_ + 1 < text_.size()) {
        if (text_[pos_ + 1] != '/') value.text += '\\';
        ++pos_;
      }
      value.text += text_[pos_];
    }
    return Fault(value.at, "a regular expression is never closed: /like this/");
  }

  // A comma ends a value, but not inside "1,000,000".
  bool EndsValue(QueryKey key, size_t at) const {
    if (text_[at] != ',') return EndsBare(at);
    if (key != QueryKey::kAmount || at == pos_ || !IsDigit(text_[at - 1])) return true;
    size_t digits = 0;
    while (at + 1 + digits < text_.size() && IsDigit(text_[at + 1 + digits])) ++digits;
    return digits != 3;
  }

  tl::expected<std::string, QueryFault> TakeQuoted() {
    const size_t open = pos_;
    pos_ += QuoteBytes(pos_);
    std::string out;
    while (!AtEnd()) {
      if (const size_t bytes = QuoteBytes(pos_); bytes > 0) {
        pos_ += bytes;
        return out;
      }
      const bool escaped =
          text_[pos_] == '\\' && pos_ + 1 < text_.size() && (text_[pos_ + 1] == '"' || text_[pos_ + 1] == '\\');
      if (escaped) ++pos_;
      out += text_[pos_++];
    }
    return Fault(open, "a quotation is never closed");
  }

  // ---- characters ----

  bool AtEnd() const { return pos_ >= text_.size(); }

  bool IsSpaceAt(size_t at) const { return SpaceBytes(at) > 0; }
  size_t SpaceBytes(size_t at) const {
    const char c = text_[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return text_.substr(at).starts_with("\u3000") ? 3 : 0;
  }
  void SkipSpace() {
    while (!AtEnd() && IsSpaceAt(pos_)) pos_ += SpaceBytes(pos_);
  }

  // Straight and curly quotation marks mean the same: text is often pasted.
  size_t QuoteBytes(size_t at) const {
    if (text_[at] == '"') return 1;
    const std::string_view rest = text_.substr(at, 3);
    return rest == "\u201C" || rest == "\u201D" ? 3 : 0;
  }
  bool SeesQuote(size_t at) const { return QuoteBytes(at) > 0; }

  bool EndsBare(size_t at) const { return text_[at] == '(' || text_[at] == ')' || IsSpaceAt(at) || SeesQuote(at); }

  std::string_view Bare() const {
    size_t end = pos_;
    while (end < text_.size() && !EndsBare(end)) ++end;
    return text_.substr(pos_, end - pos_);
  }

  bool SeesWord(std::string_view word) const { return Bare() == word; }
  bool TakeWord(std::string_view word) {
    SkipSpace();
    if (!SeesWord(word)) return false;
    pos_ += word.size();
    return true;
  }
  bool TakeMinus() {
    if (AtEnd() || text_[pos_] != '-') return false;
    ++pos_;
    return true;
  }
  bool TakeComma() {
    if (AtEnd() || text_[pos_] != ',') return false;
    ++pos_;
    return true;
  }
  bool TakeStar() {
    if (AtEnd() || text_[pos_] != '*') return false;
    ++pos_;
    return true;
  }
  static void StarOff(WrittenValue& value) {
    if (value.text.size() < 2 || value.text.back() != '*') return;
    value.text.pop_back();
    value.prefix = true;
  }

  size_t OpBytes(size_t at) const {
    const std::string_view rest = text_.substr(at, 3);
    if (rest.starts_with(">=") || rest.starts_with("<=")) return 2;
    if (rest.starts_with(':') || rest.starts_with('>') || rest.starts_with('<')) return 1;
    return rest == "\uFF1A" ? 3 : 0;  // full-width colon
  }
  QueryOp ReadOp(size_t at, size_t bytes) const {
    if (text_[at] == '>') return bytes == 2 ? QueryOp::kAtLeast : QueryOp::kMore;
    if (text_[at] == '<') return bytes == 2 ? QueryOp::kAtMost : QueryOp::kLess;
    return QueryOp::kIs;
  }

  static std::string TooDeep() { return fmt::format("nested more than {} deep", kQueryDepthMax); }

  std::string_view text_;
  TermContext& context_;
  size_t pos_ = 0;
  size_t depth_ = 0;
};

// Byte offset to what an editor shows: characters, from 1.
size_t Column(std::string_view text, size_t at) {
  size_t column = 1;
  for (size_t pos = 0; pos < at && pos < text.size(); ++column) NextCodePoint(text, pos);
  return column;
}

}  // namespace

Result<Query> ParseQuery(std::string_view text, const Lexicon& lexicon, Instant now) {
  if (text.size() > kQueryBytesMax)
    return Fail(Errc::kConfig, fmt::format("query: longer than {} bytes", kQueryBytesMax));
  Query query;
  query.text = text;
  TermContext context{lexicon, now, query.notes};
  auto root = Parser(text, context).Whole();
  if (!root) return Fail(Errc::kConfig, fmt::format("query:{}: {}", Column(text, root.error().at), root.error().what));
  query.root = std::move(*root);
  return query;
}

}  // namespace tocsin
