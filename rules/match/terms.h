// One `key op values` of a query: from words to something that can be compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/query.h"

namespace tocsin {

struct WrittenValue {
  std::string text;
  size_t at = 0;         // byte of the query where it begins
  bool prefix = false;   // followed by "*"
  bool pattern = false;  // was written /between strokes/
};

// What went wrong, and at which byte of the query.
struct QueryFault {
  size_t at = 0;
  std::string what;
};

struct TermContext {
  const Lexicon& lexicon;
  Instant now;
  std::vector<std::string>& notes;
};

std::optional<QueryKey> ParseQueryKey(std::string_view text);  // in lower case; also a few other spellings
std::string SuggestQueryKey(std::string_view text);            // "; did you mean actor?" or ""

// `values` is not empty. Ranges of numbers become >= and <=; several shapes in one list become an OR.
tl::expected<QueryNode, QueryFault> BuildTerm(QueryKey key, size_t key_at, QueryOp op,
                                              const std::vector<WrittenValue>& values, TermContext& context);

const char* ToString(QueryOp op);  // ":", ">=", ...

// The role that a name key asks for; nullopt for kEntity (any role) and for keys that are no names.
std::optional<Role> RoleOf(QueryKey key);

}  // namespace tocsin
