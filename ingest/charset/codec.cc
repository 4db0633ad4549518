#include "ingest/charset/codec.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include "ingest/charset/labels.h"

namespace tocsin {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// The length of the well-formed UTF-8 character at the front of `s`; 0 and the length of the maximal ill-formed part
// (Unicode 15, 3.9, table 3-7) otherwise. `cut`: the text ended inside of a character.
struct Utf8Step {
  size_t good = 0, bad = 0;
  bool cut = false;
};

Utf8Step StepUtf8(std::string_view s) {
  const auto at = [&](size_t i) { return uint8_t(s[i]); };
  const uint8_t lead = at(0);
  if (lead < 0x80) return {1};
  if (lead < 0xc2 || lead > 0xf4) return {0, 1};
  const size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  uint8_t low = 0x80, high = 0xbf;
  if (lead == 0xe0) low = 0xa0;
  if (lead == 0xed) high = 0x9f;
  if (lead == 0xf0) low = 0x90;
  if (lead == 0xf4) high = 0x8f;
  for (size_t i = 1; i < length; ++i) {
    if (i == s.size()) return {0, i, true};
    if (at(i) < low || at(i) > high) return {0, i};
    low = 0x80, high = 0xbf;
  }
  return {length};
}

size_t AsciiRun(std::string_view s) {
  size_t n = 0;
  for (uint64_t block; n + sizeof block <= s.size(); n += sizeof block) {
    std::memcpy(&block, s.data() + n, sizeof block);
    if ((block & 0x8080808080808080u) != 0) break;
  }
  while (n < s.size() && uint8_t(s[n]) < 0x80) ++n;
  return n;
}

Utf8Text DecodeUtf8(std::string_view bytes) {
  Utf8Text out{{}, "utf-8"};
  out.text.reserve(bytes.size());
  while (!bytes.empty()) {
    const size_t ascii = AsciiRun(bytes);
    out.text.append(bytes.substr(0, ascii));
    bytes.remove_prefix(ascii);
    if (bytes.empty()) break;
    const Utf8Step step = StepUtf8(bytes);
    if (step.good == 0) out.lossy = true;
    out.text.append(step.good != 0 ? bytes.substr(0, step.good) : kReplacement);
    bytes.remove_prefix(step.good + step.bad);
  }
  return out;
}

void AppendUtf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += char(c);
  } else if (c < 0x800) {
    out += {char(0xc0 | (c >> 6)), char(0x80 | (c & 0x3f))};
  } else if (c < 0x10000) {
    out += {char(0xe0 | (c >> 12)), char(0x80 | ((c >> 6) & 0x3f)), char(0x80 | (c & 0x3f))};
  } else {
    out += {char(0xf0 | (c >> 18)), char(0x80 | ((c >> 12) & 0x3f)), char(0x80 | ((c >> 6) & 0x3f)),
            char(0x80 | (c & 0x3f))};
  }
}

// ISO 8859-16, which ICU lacks, from 0xA0 on; below, bytes are code points.
constexpr char16_t kIso885916[] =
    u"\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";
static_assert(sizeof kIso885916 == 97 * sizeof(char16_t));

Utf8Text DecodeIso885916(std::string_view bytes) {
  Utf8Text out{{}, "iso-8859-16"};
  for (const char c : bytes) AppendUtf8(uint8_t(c) < 0xa0 ? uint8_t(c) : kIso885916[uint8_t(c) - 0xa0], out.text);
  return out;
}

Utf8Text DecodeUserDefined(std::string_view bytes) {
  Utf8Text out{{}, "x-user-defined"};
  for (const char c : bytes) AppendUtf8(uint8_t(c) < 0x80 ? char32_t(uint8_t(c)) : 0xf700u + uint8_t(c), out.text);
  return out;
}

// WHATWG names whose ICU converter of the same name differs from the standard's table, or has another name.
const char* IcuName(std::string_view encoding, std::string& storage) {
  constexpr std::pair<std::string_view, const char*> kNames[] = {
      {"gbk", "gb18030"},           {"big5", "big5-hkscs"},         {"euc-kr", "windows-949-2000"},
      {"shift_jis", "windows-31j"}, {"iso-8859-8-i", "iso-8859-8"},
  };
  for (const auto& [name, icu] : kNames) {
    if (name == encoding) return icu;
  }
  storage = encoding;
  return storage.c_str();
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

void OnMalformed(const void* context, UConverterToUnicodeArgs* args, const char*, int32_t, UConverterCallbackReason why,
                 UErrorCode* error) {
  if (why > UCNV_IRREGULAR) return;  // reset, close or clone: nothing to write
  *error = U_ZERO_ERROR;
  const UChar replacement = 0xfffd;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, error);
  *const_cast<bool*>(static_cast<const bool*>(context)) = true;
}

Converter OpenConverter(std::string_view encoding, bool& lossy) {
  std::string storage;
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(IcuName(encoding, storage), &error), &ucnv_close);
  if (U_FAILURE(error)) return Converter(nullptr, &ucnv_close);
  ucnv_setToUCallBack(converter.get(), OnMalformed, &lossy, nullptr, nullptr, &error);
  return converter;
}

// Joins surrogates over block borders; a lone one, which ICU does not make, is U+FFFD.
class Utf16Joiner {
 public:
  void Push(char16_t unit, std::string& out) {
    const bool trail = unit >= 0xdc00 && unit <= 0xdfff;
    if (lead_ != 0 && trail) {
      AppendUtf8(0x10000 + ((char32_t(lead_) - 0xd800) << 10) + (unit - 0xdc00u), out);
      lead_ = 0;
      return;
    }
    Finish(out);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      lead_ = unit;
    } else {
      AppendUtf8(trail ? 0xfffd : unit, out);
    }
  }
  void Finish(std::string& out) {
    if (std::exchange(lead_, char16_t{0}) != 0) out += kReplacement;
  }

 private:
  char16_t lead_ = 0;
};

Utf8Text DecodeByIcu(std::string_view bytes, std::string_view encoding) {
  Utf8Text out{{}, std::string(encoding)};
  bool lossy = false;
  const Converter converter = OpenConverter(encoding, lossy);
  if (!converter) return DecodeAs(bytes, "windows-1252");
  out.text.reserve(bytes.size() + bytes.size() / 2);
  Utf16Joiner joiner;
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  for (UErrorCode error = U_BUFFER_OVERFLOW_ERROR; error == U_BUFFER_OVERFLOW_ERROR;) {
    UChar block[4096];
    UChar* target = block;
    error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, block + std::size(block), &source, end, nullptr, true, &error);
    std::for_each(block, target, [&](UChar unit) { joiner.Push(unit, out.text); });
  }
  joiner.Finish(out.text);
  out.lossy = lossy;
  return out;
}

// GB18030 without its four-byte characters is what the Web calls GBK.
bool HasFourByteForm(std::string_view bytes) {
  for (size_t i = 0; i + 3 < bytes.size(); ++i) {
    if (uint8_t(bytes[i]) < 0x81) continue;
    if (bytes[i + 1] >= '0' && bytes[i + 1] <= '9' && uint8_t(bytes[i + 2]) >= 0x81) return true;
    ++i;  // a two-byte character
  }
  return false;
}

}  // namespace

Utf8Text DecodeAs(std::string_view bytes, std::string_view encoding) {
  if (encoding == "utf-8") return DecodeUtf8(bytes);
  if (encoding == "iso-8859-16") return DecodeIso885916(bytes);
  if (encoding == "x-user-defined") return DecodeUserDefined(bytes);
  if (encoding == "replacement") return {bytes.empty() ? "" : std::string(kReplacement), "replacement", !bytes.empty()};
  return DecodeByIcu(bytes, encoding);
}

Utf8Check CheckUtf8(std::string_view bytes) {
  Utf8Check check;
  while (true) {
    bytes.remove_prefix(AsciiRun(bytes));
    if (bytes.empty()) return check;
    const Utf8Step step = StepUtf8(bytes);
    if (step.good != 0) ++check.multibyte;
    if (step.good == 0 && !step.cut) ++check.malformed;
    bytes.remove_prefix(step.good + step.bad);
  }
}

std::string_view GuessLegacyEncoding(std::string_view bytes) {
  constexpr size_t kSampleBytes = 64u << 10;
  bytes.remove_prefix(AsciiRun(bytes));
  bytes = bytes.substr(0, kSampleBytes);
  if (bytes.empty()) return {};
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  if (U_FAILURE(error)) return {};
  ucsdet_enableInputFilter(detector.get(), true);
  ucsdet_setText(detector.get(), bytes.data(), int32_t(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &error);
  if (U_FAILURE(error) || name == nullptr) return {};
  const std::string_view guess = EncodingForLabel(name);
  return guess == "gb18030" && !HasFourByteForm(bytes) ? "gbk" : guess;
}

}  // namespace tocsin
