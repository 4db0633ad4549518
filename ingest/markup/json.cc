#include "ingest/json.h"

#include <simdjson.h>

#include "ingest/base/limits.h"

namespace tocsin {
namespace {

// simdjson refuses lone surrogates; RFC 8259 lets texts hold them. They become \ufffd, byte for byte as long.
std::string ReplaceLoneSurrogates(std::string_view text) {
  const auto surrogate = [&](size_t at) -> int {  // 1 high, 2 low, 0 neither, for an escape "\uXXXX" at `at`
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return 0;
    if (text[at + 2] != 'd' && text[at + 2] != 'D') return 0;
    const char c = char(text[at + 3] | 0x20);
    if (c == '8' || c == '9' || c == 'a' || c == 'b') return 1;
    return c >= 'c' && c <= 'f' ? 2 : 0;
  };
  std::string out(text);
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '\\') continue;
    const int kind = surrogate(i);
    if (kind == 1 && surrogate(i + 6) == 2) {
      i += 11;
    } else if (kind != 0) {
      out.replace(i, 6, "\\ufffd");
      i += 5;
    } else {
      ++i;  // the escaped character is no escape's beginning
    }
  }
  return out;
}

}  // namespace

struct JsonBuilder {
  static JsonValue Build(const simdjson::dom::element& e) {
    using Type = simdjson::dom::element_type;
    JsonValue v;
    switch (e.type()) {
      case Type::ARRAY: {
        v.kind_ = JsonValue::Kind::kArray;
        for (const auto& item : simdjson::dom::array(e.get_array())) v.items_.push_back(Build(item));
        break;
      }
      case Type::OBJECT: {
        v.kind_ = JsonValue::Kind::kObject;
        for (const auto& field : simdjson::dom::object(e.get_object())) {
          v.members_.emplace_back(std::string(field.key), Build(field.value));
        }
        break;
      }
      case Type::STRING:
        v.kind_ = JsonValue::Kind::kString;
        v.text_ = std::string(std::string_view(e.get_string()));
        break;
      case Type::BOOL:
        v.kind_ = JsonValue::Kind::kBool;
        v.text_ = bool(e.get_bool()) ? "true" : "false";
        break;
      case Type::NULL_VALUE: break;
      default:
        v.kind_ = JsonValue::Kind::kNumber;
        v.text_ = simdjson::minify(e);
        break;
    }
    return v;
  }
};

Result<JsonValue> JsonValue::Parse(std::string_view text) {
  simdjson::dom::parser parser;
  if (parser.allocate(text.size() + 1, kJsonDepthMax) != simdjson::SUCCESS) {
    return Fail(Errc::kTooLarge, "json: " + std::to_string(text.size()) + " bytes do not fit into memory");
  }
  auto parsed = parser.parse(text.data(), text.size());
  if (parsed.error() == simdjson::STRING_ERROR) {
    const std::string repaired = ReplaceLoneSurrogates(text);
    parsed = parser.parse(repaired.data(), repaired.size());
  }
  if (parsed.error() != simdjson::SUCCESS) {
    return Fail(Errc::kMalformed, std::string("json: ") + simdjson::error_message(parsed.error()));
  }
  return JsonBuilder::Build(parsed.value_unsafe());
}

const JsonValue* JsonValue::Find(std::string_view name) const {
  for (const auto& [key, value] : members_) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string_view JsonValue::Get(std::string_view name) const {
  const JsonValue* value = Find(name);
  if (value == nullptr || (value->kind_ != Kind::kString && value->kind_ != Kind::kNumber)) return {};
  return value->text_;
}

}  // namespace tocsin
