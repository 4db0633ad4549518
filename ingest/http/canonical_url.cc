// One address for one page: what only tells a site where its reader came from is taken out.
#include <algorithm>
#include <array>

#include "ingest/web.h"

namespace tocsin {
namespace {

// Parameters of mailings, advertisements and share buttons. Only names that mean nothing else: "ref", "source" and
// "id" select the page on some sites, so they stay.
constexpr std::array<std::string_view, 36> kTracking = {
    "_ga",     "_gl",     "_hsenc",  "_hsmi",   "_openstat", "cmpid",         "dclid",      "dm_i",       "ef_id",
    "epik",    "fbclid",  "gbraid",  "gclid",   "gclsrc",    "hsctatracking", "igsh",       "igshid",     "li_fat_id",
    "mc_cid",  "mc_eid",  "mkt_tok", "msclkid", "ncid",      "oly_anon_id",   "oly_enc_id", "rb_clickid", "s_cid",
    "s_kwcid", "srsltid", "ttclid",  "twclid",  "vero_conv", "vero_id",       "wbraid",     "wickedid",   "yclid"};

constexpr std::array<std::string_view, 5> kTrackingPrefixes = {"utm_", "pk_", "mtm_", "at_campaign", "at_medium"};

bool IsTracking(std::string_view parameter) {
  std::string name(parameter.substr(0, parameter.find('=')));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
  return std::binary_search(kTracking.begin(), kTracking.end(), name) ||
         std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// "?a=1&utm_source=x&b=2" -> "?a=1&b=2"; "" when nothing is left.
std::string WithoutTracking(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    query.remove_prefix(1);  // "?" or "&"
    const size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    if (!parameter.empty() && !IsTracking(parameter)) {
      out += out.empty() ? '?' : '&';
      out += parameter;
    }
    query.remove_prefix(end);
  }
  return out;
}

}  // namespace

std::string CanonicalUrl(std::string_view input, std::string_view base) {
  const auto url = ParseUrl(input, base);
  if (!url || (url->scheme != "http" && url->scheme != "https")) return {};
  // Credentials stand before the host; they select no page and must not end up in a store.
  return url->Origin() + url->path + WithoutTracking(url->query);
}

}  // namespace tocsin
