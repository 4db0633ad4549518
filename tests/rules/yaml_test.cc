#include "rules/yaml.h"

#include <gtest/gtest.h>

namespace tocsin {
namespace {

TEST(Yaml, EveryValueKnowsItsPlace) {
  const auto root = YamlValue::Parse("a: 1\nb:\n  - x\n  - {c: yes}\n", "f.yaml");
  ASSERT_TRUE(root.has_value()) << root.error().what;
  EXPECT_EQ(root->Find("a")->AsInt(), 1);
  const YamlValue& second = root->Find("b")->list()[1];
  EXPECT_EQ(second.Where(), "f.yaml:4:5");
  EXPECT_EQ(second.Find("c")->AsBool(), true);
  EXPECT_EQ(root->Find("missing"), nullptr);
}

struct Row {
  const char* text;
  const char* error;  // how it begins
};

TEST(Yaml, BrokenTextsNameLineAndColumn) {
  constexpr Row kRows[] = {
      {"a: [1, 2", "f.yaml:"},
      {"a: 1\na: 2\n", "f.yaml:2:1: key \"a\" stands twice"},
      {"a:\n\t- b\n", "f.yaml:2:"},
      {"? [x]\n: y\n", "f.yaml:1:3: a key must be a single value"},
  };
  for (const Row& row : kRows) {
    const auto root = YamlValue::Parse(row.text, "f.yaml");
    ASSERT_FALSE(root.has_value()) << row.text;
    EXPECT_EQ(root.error().code, Errc::kConfig);
    EXPECT_TRUE(root.error().what.starts_with(row.error)) << root.error().what;
  }
}

TEST(Yaml, AnUnknownKeyGetsASuggestion) {
  const auto root = YamlValue::Parse("id: x\ntigger: y\n", "f.yaml");
  const auto ok = root->OnlyKeys({"id", "trigger"});
  ASSERT_FALSE(ok.has_value());
  EXPECT_EQ(ok.error().what, "f.yaml:2:1: unknown key \"tigger\"; did you mean trigger?");
}

TEST(Yaml, TypedReadsSayWhatTheyFound) {
  const auto root = YamlValue::Parse("n: 12x\nb: maybe\nl: [1]\n", "f.yaml");
  EXPECT_EQ(root->Find("n")->AsInt().error().what, "f.yaml:1:4: expected a whole number, found \"12x\"");
  EXPECT_EQ(root->Find("b")->AsBool().error().what, "f.yaml:2:4: expected true or false, found \"maybe\"");
  EXPECT_EQ(root->Find("l")->AsString().error().what, "f.yaml:3:4: expected a text, found a list");
}

TEST(Yaml, MultiplyingAliasesAreStopped) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int k = 0; k < 10; ++k) bomb += (k ? ", *a" : "*a") + std::to_string(i - 1);
    bomb += "]\n";
  }
  EXPECT_FALSE(YamlValue::Parse(bomb, "f.yaml").has_value());
  EXPECT_FALSE(YamlValue::Parse(std::string(300, '['), "f.yaml").has_value());
}

}  // namespace
}  // namespace tocsin
