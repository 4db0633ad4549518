// Queries in their canonical form: every value quoted, every group in parentheses.
#include "rules/match/terms.h"
#include "rules/query.h"

namespace tocsin {
namespace {

std::string Quote(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
  return out;
}

// A "*" is part of a rule's pattern, and may not end up inside the quotes.
std::string QuoteValue(const QueryNode& node, std::string_view value) {
  const bool star = node.key == QueryKey::kRule && value.size() > 1 && value.ends_with('*');
  if (star) value.remove_suffix(1);
  std::string out = Quote(value);
  if (star || node.prefix) out += '*';
  return out;
}

// Between strokes, of which those inside are escaped.
std::string PrintPattern(std::string_view expression) {
  std::string out = "/";
  for (size_t i = 0; i < expression.size(); ++i) {
    if (expression[i] == '/') out += '\\';
    out += expression[i];
    if (expression[i] == '\\' && i + 1 < expression.size()) out += expression[++i];
  }
  return out + "/";
}

std::string PrintTerm(const QueryNode& node) {
  if (node.pattern) return std::string(ToString(node.key)) + ToString(node.op) + PrintPattern(node.values.front());
  std::string out;
  if (node.key != QueryKey::kText || node.values.size() > 1) out = std::string(ToString(node.key)) + ToString(node.op);
  for (size_t i = 0; i < node.values.size(); ++i) {
    if (i > 0) out += ',';
    out += QuoteValue(node, node.values[i]);
  }
  return out;
}

std::string Print(const QueryNode& node);

std::string PrintGroup(const QueryNode& node, std::string_view joint) {
  std::string out = "(";
  for (size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += joint;
    out += Print(node.children[i]);
  }
  out += ')';
  return out;
}

std::string Print(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::kEverything: return "";
    case QueryNode::Kind::kTerm: return PrintTerm(node);
    case QueryNode::Kind::kNot: return std::string("-").append(Print(node.children.front()));
    case QueryNode::Kind::kAnd: return PrintGroup(node, " ");
    case QueryNode::Kind::kOr: return PrintGroup(node, " OR ");
  }
  return "";
}

}  // namespace

std::string ToString(const Query& query) { return Print(query.root); }

}  // namespace tocsin
