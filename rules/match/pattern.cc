#include "rules/match/pattern.h"

#include <re2/re2.h>

namespace tocsin {
namespace {

constexpr int64_t kPatternMemoryBytes = 1 << 20;

class Re2Pattern final : public TextPattern {
 public:
  explicit Re2Pattern(std::string_view expression)
      : re2_(re2::StringPiece(expression.data(), expression.size()), Options()) {}
  bool FoundIn(std::string_view text) const override {
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), re2_);
  }
  const RE2& re2() const { return re2_; }

 private:
  static RE2::Options Options() {
    RE2::Options options(RE2::Quiet);
    options.set_case_sensitive(false);
    options.set_max_mem(kPatternMemoryBytes);
    return options;
  }
  RE2 re2_;
};

}  // namespace

tl::expected<std::shared_ptr<const TextPattern>, std::string> TextPattern::Compile(std::string_view expression) {
  auto pattern = std::make_shared<const Re2Pattern>(expression);
  if (!pattern->re2().ok()) return tl::unexpected<std::string>(pattern->re2().error());
  return pattern;
}

}  // namespace tocsin
