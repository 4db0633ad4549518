#include "ingest/charset/idna.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

namespace tocsin {
namespace {

// What ICU always reports and the URL standard does not ask for (CheckHyphens and VerifyDnsLength are false).
constexpr uint32_t kAllowed = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
                              UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

const icu::IDNA* Uts46() {
  static const std::unique_ptr<icu::IDNA> idna = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::IDNA>(icu::IDNA::createUTS46Instance(
        UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII, error));
  }();
  return idna.get();
}

bool HasPunycodeLabel(std::string_view lower) { return lower.starts_with("xn--") || lower.find(".xn--") != lower.npos; }

}  // namespace

std::optional<std::string> DomainToAscii(std::string_view domain) {
  std::string lower(domain);
  bool ascii = true;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = char(c | 0x20);
    ascii = ascii && (c & 0x80) == 0;
  }
  if (lower.empty()) return std::nullopt;
  // Nearly every host: nothing to map, nothing to check.
  if (ascii && !HasPunycodeLabel(lower)) return lower;

  const icu::IDNA* idna = Uts46();
  if (idna == nullptr) return std::nullopt;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, int32_t(domain.size()));
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  idna->nameToASCII_UTF8(icu::StringPiece(domain.data(), int32_t(domain.size())), sink, info, error);
  if (U_FAILURE(error) != 0 || (info.getErrors() & ~kAllowed) != 0 || out.empty()) return std::nullopt;
  return out;
}

}  // namespace tocsin
