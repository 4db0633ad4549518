#include "cli/commands/selection.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands/commands.h"

namespace tocsin {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Both must hold.
QueryNode Both(QueryNode a, QueryNode b) {
  if (a.kind == QueryNode::Kind::kEverything) return b;
  QueryNode both;
  both.kind = QueryNode::Kind::kAnd;
  both.children = {std::move(a), std::move(b)};
  return both;
}

void UnknownNames(const QueryNode& node, std::vector<std::string>& names) {
  for (const QueryNode& child : node.children) UnknownNames(child, names);
  for (size_t i = 0; i < node.entity_ids.size() && i < node.values.size(); ++i) {
    if (node.entity_ids[i].starts_with('~') && std::find(names.begin(), names.end(), node.values[i]) == names.end())
      names.push_back(node.values[i]);
  }
}

Result<void> Bound(Query& query, const char* flag, const char* condition, const std::string& value,
                   const Lexicon& lexicon, Instant now) {
  if (value.empty()) return {};
  auto bound = ParseQuery(condition + value, lexicon, now);
  if (!bound) return tl::unexpected(Error{Errc::kConfig, std::string(flag) + " " + value + ": " + bound.error().what});
  query.root = Both(std::move(query.root), std::move(bound->root));
  query.text = "(" + query.text + ") " + bound->text;  // cursors belong to one text
  return {};
}

}  // namespace

void AddSelection(CLI::App& command, SelectionFlags& flags) {
  command.add_option(
      "QUERY", flags.words,
      "e.g. 'type:investment.* actor:\"US government\" amount>=1bn -status:denied'; nothing = everything");
  command.add_option("--since", flags.since, "Published at or after: 7d, yesterday, 2026-01, 2026-01-31")
      ->type_name("TIME");
  command.add_option("--until", flags.until, "Published at or before")->type_name("TIME");
  command.add_option("--limit", flags.limit, "Rows at most (default 100)")
      ->check(CLI::Range(size_t(1), size_t(1'000'000)));
  command.add_option("--cursor", flags.cursor, "Go on where an earlier answer ended");
  AddFormat(command, flags.format);
}

Result<Query> MakeQuery(const SelectionFlags& flags, const Lexicon& lexicon, Instant now) {
  auto query = ParseQuery(Joined(flags.words), lexicon, now);
  if (!query) return query;
  for (const std::string& note : query->notes) Say("note: " + Printable(note));
  if (auto ok = Bound(*query, "--since", "published>=", flags.since, lexicon, now); !ok)
    return tl::unexpected(ok.error());
  if (auto ok = Bound(*query, "--until", "published<=", flags.until, lexicon, now); !ok)
    return tl::unexpected(ok.error());
  return query;
}

QueryOptions OptionsOf(const SelectionFlags& flags) {
  QueryOptions options;
  options.limit = flags.limit;
  options.cursor = flags.cursor;
  return options;
}

void SayNothing(const Query& query) {
  std::vector<std::string> unknown;
  UnknownNames(query.root, unknown);
  Say("nothing matches");
  for (const std::string& name : unknown) Say("note: the packs know nobody called \"" + Printable(name) + "\"");
}

void SayNext(const std::string& next) {
  if (!next.empty()) Say("there is more: add --cursor " + next);
}

}  // namespace tocsin
