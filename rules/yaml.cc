#include "rules/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>

#include "ingest/base/limits.h"
#include "ingest/base/suggest.h"

namespace tocsin {
namespace {

constexpr int kYamlDepthMax = 64;             // nested values; packs need about eight
constexpr size_t kYamlValuesMax = 2'000'000;  // aliases are expanded: this stops a billion laughs

std::string Place(std::string_view file, int line, int column) {
  return std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(column);
}

const char* KindName(YamlValue::Kind kind) {
  switch (kind) {
    case YamlValue::Kind::kNull: return "nothing";
    case YamlValue::Kind::kScalar: return "a single value";
    case YamlValue::Kind::kList: return "a list";
    case YamlValue::Kind::kMap: return "a map";
  }
  return "";
}

}  // namespace

// Copies yaml-cpp's tree into ours, so that none of its types or exceptions leaves this file.
struct YamlBuilder {
  std::shared_ptr<const std::string> file;
  size_t values = 0;

  Result<YamlValue> Build(const YAML::Node& node, int depth) {
    YamlValue out;
    out.file_ = file;
    out.line_ = std::max(0, node.Mark().line) + 1;
    out.column_ = std::max(0, node.Mark().column) + 1;
    if (depth > kYamlDepthMax) return out.Bad("nested deeper than 64 levels");
    if (++values > kYamlValuesMax) return out.Bad("more than 2,000,000 values: are aliases multiplying?");
    switch (node.Type()) {
      case YAML::NodeType::Undefined:
      case YAML::NodeType::Null: return out;
      case YAML::NodeType::Scalar:
        out.kind_ = YamlValue::Kind::kScalar;
        out.scalar_ = node.Scalar();
        out.quoted_ = node.Tag() == "!";
        return out;
      case YAML::NodeType::Sequence:
        out.kind_ = YamlValue::Kind::kList;
        for (const auto& item : node) {
          auto built = Build(item, depth + 1);
          if (!built) return built;
          out.items_.push_back(std::move(*built));
        }
        return out;
      case YAML::NodeType::Map:
        out.kind_ = YamlValue::Kind::kMap;
        for (const auto& pair : node) {
          auto key = Build(pair.first, depth + 1);
          if (!key) return key;
          if (!key->is_scalar()) return key->Bad("a key must be a single value");
          if (out.Find(key->scalar()) != nullptr) return key->Bad("key \"" + key->scalar() + "\" stands twice");
          auto value = Build(pair.second, depth + 1);
          if (!value) return value;
          out.pairs_.emplace_back(std::move(*key), std::move(*value));
        }
        return out;
    }
    return out;
  }
};

Result<YamlValue> YamlValue::Parse(std::string_view text, std::string_view file) {
  if (text.size() > kPackBytesMax) return Fail(Errc::kConfig, Place(file, 1, 1) + ": larger than 32 MiB");
  try {
    YamlBuilder builder{std::make_shared<const std::string>(file), 0};
    return builder.Build(YAML::Load(std::string(text)), 0);
  } catch (const YAML::Exception& e) {
    const int line = std::max(0, e.mark.line) + 1, column = std::max(0, e.mark.column) + 1;
    return Fail(Errc::kConfig, Place(file, line, column) + ": not YAML: " + e.msg);
  } catch (const std::exception& e) {
    return Fail(Errc::kConfig, Place(file, 1, 1) + ": not YAML: " + e.what());
  }
}

const YamlValue* YamlValue::Find(std::string_view key) const {
  for (const auto& [k, v] : pairs_) {
    if (k.scalar_ == key) return &v;
  }
  return nullptr;
}

std::string YamlValue::Where() const { return Place(file_ ? *file_ : "", line_, column_); }

tl::unexpected<Error> YamlValue::Bad(std::string_view what) const {
  return Fail(Errc::kConfig, Where() + ": " + std::string(what));
}

Result<std::string> YamlValue::AsString() const {
  if (!is_scalar()) return Bad(std::string("expected a text, found ") + KindName(kind_));
  return scalar_;
}

Result<bool> YamlValue::AsBool() const {
  if (is_scalar()) {
    for (const char* yes : {"true", "yes", "on"}) {
      if (scalar_ == yes) return true;
    }
    for (const char* no : {"false", "no", "off"}) {
      if (scalar_ == no) return false;
    }
  }
  return Bad("expected true or false, found " + (is_scalar() ? "\"" + scalar_ + "\"" : std::string(KindName(kind_))));
}

Result<int64_t> YamlValue::AsInt() const {
  int64_t value = 0;
  const char* end = scalar_.data() + scalar_.size();
  const auto [stop, error] = std::from_chars(scalar_.data(), end, value);
  if (!is_scalar() || error != std::errc() || stop != end) {
    return Bad("expected a whole number, found " +
               (is_scalar() ? "\"" + scalar_ + "\"" : std::string(KindName(kind_))));
  }
  return value;
}

Result<double> YamlValue::AsReal() const {
  double value = 0;
  const char* end = scalar_.data() + scalar_.size();
  const auto [stop, error] = std::from_chars(scalar_.data(), end, value);
  if (!is_scalar() || error != std::errc() || stop != end) {
    return Bad("expected a number, found " + (is_scalar() ? "\"" + scalar_ + "\"" : std::string(KindName(kind_))));
  }
  return value;
}

Result<std::vector<std::string>> YamlValue::AsStrings() const {
  if (is_scalar()) return std::vector<std::string>{scalar_};
  if (!is_list()) return Bad(std::string("expected a list of texts, found ") + KindName(kind_));
  std::vector<std::string> out;
  for (const YamlValue& item : items_) {
    auto text = item.AsString();
    if (!text) return tl::unexpected(text.error());
    out.push_back(std::move(*text));
  }
  return out;
}

Result<void> YamlValue::OnlyKeys(std::initializer_list<std::string_view> allowed) const {
  if (!is_map()) return Bad(std::string("expected a map, found ") + KindName(kind_));
  for (const auto& [key, value] : pairs_) {
    if (std::find(allowed.begin(), allowed.end(), key.scalar_) != allowed.end()) continue;
    const std::vector<std::string_view> words(allowed);
    return key.Bad("unknown key \"" + key.scalar_ + "\"" + DidYouMean(key.scalar_, words));
  }
  return {};
}

}  // namespace tocsin
