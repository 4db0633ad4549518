// Foreign JSON: what RFC 8259 allows, and what it does not.
#include <gtest/gtest.h>

#include <string>

#include "ingest/base/limits.h"
#include "ingest/json.h"

namespace tocsin {
namespace {

struct Case {
  const char* text;
  const char* value;  // of the member "a"; nullptr when the text is refused
};

const Case kTexts[] = {
    {R"({"a":"b"})", "b"},
    {R"( {"a" : "b" , "c":[1, {}, null]} )", "b"},
    {R"({"a":1.50})", "1.5"},
    {R"({"a":60000000000})", "60000000000"},
    {R"({"a":"\u4e2d\ud83d\ude00"})", "中😀"},
    {R"({"a":"\ud83d alone"})", "\xef\xbf\xbd alone"},
    {R"({"a":"\ude00\ud83d"})", "\xef\xbf\xbd\xef\xbf\xbd"},
    {R"({"a":"\\ud83d"})", "\\ud83d"},
    {R"({"a":"first","a":"second"})", "first"},
    {R"({"a":true})", ""},
    {R"({"a":["x"]})", ""},
    {R"({"A":"b"})", ""},
    {R"([1])", ""},
    {R"("a")", ""},
    {"", nullptr},
    {"{", nullptr},
    {"{\"a\":\"b\"", nullptr},
    {"{\"a\":\"b\"} x", nullptr},
    {"{\"a\":\"b\",}", nullptr},
    {"{a:1}", nullptr},
    {"{'a':1}", nullptr},
    {"{\"a\":01}", nullptr},
    {"{\"a\":NaN}", nullptr},
    {"{\"a\":\"\xff\"}", nullptr},
    {"{\"a\":\"line\nbreak\"}", nullptr},
    {R"({"a":"\x"})", nullptr},
    {R"({"a":"\ud8"})", nullptr},
};

TEST(Json, IsReadOrRefused) {
  for (const Case& c : kTexts) {
    SCOPED_TRACE(c.text);
    const auto json = JsonValue::Parse(c.text);
    ASSERT_EQ(json.has_value(), c.value != nullptr);
    if (json) {
      EXPECT_EQ(json->Get("a"), c.value);
    } else {
      EXPECT_EQ(json.error().code, Errc::kMalformed);
    }
  }
}

TEST(Json, NestingIsBounded) {
  const auto nested = [](size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(JsonValue::Parse(nested(kJsonDepthMax - 1)));
  EXPECT_FALSE(JsonValue::Parse(nested(kJsonDepthMax + 1)));
  EXPECT_FALSE(JsonValue::Parse(std::string(1'000'000, '[')));
}

}  // namespace
}  // namespace tocsin
