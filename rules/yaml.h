// YAML as packs and configuration need it: values that know where they stand.
//
// The one place that knows yaml-cpp. Getters say what they expected; a key that nobody asked for is
// an error with a suggestion, so that a typing mistake never passes in silence.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/base/error.h"

namespace tocsin {

class YamlValue {
 public:
  enum class Kind : uint8_t { kNull, kScalar, kList, kMap };

  // kConfig: "file:line:column: what". The text is parsed whole; aliases and tags are resolved, depth and size are
  // bounded.
  static Result<YamlValue> Parse(std::string_view text, std::string_view file);

  Kind kind() const { return kind_; }
  bool is_null() const { return kind_ == Kind::kNull; }
  bool is_scalar() const { return kind_ == Kind::kScalar; }
  bool is_list() const { return kind_ == Kind::kList; }
  bool is_map() const { return kind_ == Kind::kMap; }
  const std::string& scalar() const { return scalar_; }          // "" unless a scalar
  bool quoted() const { return quoted_; }                        // "no" and no differ
  const std::vector<YamlValue>& list() const { return items_; }  // empty unless a list
  const std::vector<std::pair<YamlValue, YamlValue>>& map() const { return pairs_; }
  const YamlValue* Find(std::string_view key) const;  // nullptr when absent or not a map

  int line() const { return line_; }                       // from 1
  int column() const { return column_; }                   // from 1
  std::string Where() const;                               // "file:line:column"
  tl::unexpected<Error> Bad(std::string_view what) const;  // kConfig: "file:line:column: what"

  // Typed reads of a scalar; the error names what was found.
  Result<std::string> AsString() const;
  Result<bool> AsBool() const;  // true/false, yes/no, on/off
  Result<int64_t> AsInt() const;
  Result<double> AsReal() const;
  Result<std::vector<std::string>> AsStrings() const;  // a list of scalars, or one scalar

  // kConfig when a map holds a key outside `allowed`: "unknown key \"tigger\"; did you mean trigger?".
  Result<void> OnlyKeys(std::initializer_list<std::string_view> allowed) const;

 private:
  friend struct YamlBuilder;
  Kind kind_ = Kind::kNull;
  bool quoted_ = false;
  int line_ = 1, column_ = 1;
  std::string scalar_;
  std::vector<YamlValue> items_;
  std::vector<std::pair<YamlValue, YamlValue>> pairs_;
  std::shared_ptr<const std::string> file_;
};

}  // namespace tocsin
