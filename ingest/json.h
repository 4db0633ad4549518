// Foreign JSON (RFC 8259), read whole into values. The one place that knows the JSON parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/base/error.h"

namespace tocsin {

class JsonValue {
 public:
  enum class Kind : uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

  // kMalformed: "json: what". Invalid UTF-8 and nesting beyond kJsonDepthMax are refused; a lone
  // surrogate escape becomes U+FFFD. Time and memory are linear in the text.
  static Result<JsonValue> Parse(std::string_view text);

  Kind kind() const { return kind_; }
  bool is_object() const { return kind_ == Kind::kObject; }
  bool is_array() const { return kind_ == Kind::kArray; }
  bool is_string() const { return kind_ == Kind::kString; }

  // Strings are decoded UTF-8; numbers and booleans are as written. "" for the rest.
  const std::string& text() const { return text_; }
  const std::vector<JsonValue>& items() const { return items_; }
  const std::vector<std::pair<std::string, JsonValue>>& members() const { return members_; }

  // The first member with this name; nullptr when absent or not an object.
  const JsonValue* Find(std::string_view name) const;
  // The string (or number, as written) under `name`; "" when absent or of another kind.
  std::string_view Get(std::string_view name) const;

 private:
  friend struct JsonBuilder;
  Kind kind_ = Kind::kNull;
  std::string text_;
  std::vector<JsonValue> items_;
  std::vector<std::pair<std::string, JsonValue>> members_;
};

}  // namespace tocsin
