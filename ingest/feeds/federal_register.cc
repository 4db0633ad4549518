#include "ingest/feeds/federal_register.h"

#include "ingest/base/limits.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

// The agencies behind a rule are its authors.
std::string AuthorOf(const JsonValue& result) {
  const JsonValue* agencies = result.Find("agencies");
  if (agencies == nullptr || !agencies->is_array()) return {};
  std::string out;
  for (const JsonValue& agency : agencies->items()) {
    const std::string_view name = agency.Get("name").empty() ? agency.Get("raw_name") : agency.Get("name");
    if (name.empty()) continue;
    if (!out.empty()) out += "; ";
    out += name;
  }
  return out;
}

}  // namespace

std::optional<Listing> ReadFederalRegister(const JsonValue& document, std::string_view url) {
  const JsonValue* results = document.Find("results");
  if (results == nullptr || !results->is_array()) return std::nullopt;
  Listing listing;
  for (const JsonValue& result : results->items()) {
    if (listing.pages.size() >= kFeedEntriesMax) break;
    if (result.Get("html_url").empty()) continue;
    ListedPage page;
    page.url = CanonicalUrl(result.Get("html_url"), url);
    if (page.url.empty()) continue;
    page.hint.title = result.Get("title");
    page.hint.author = AuthorOf(result);
    page.hint.language = "en";
    page.hint.published = ParseFeedDate(result.Get("publication_date")).value_or(Timestamp{});
    listing.pages.push_back(std::move(page));
  }
  if (const auto next = document.Get("next_page_url"); !next.empty()) {
    if (auto address = CanonicalUrl(next, url); !address.empty()) listing.listings.push_back(std::move(address));
  }
  if (listing.pages.empty() && !results->items().empty()) return std::nullopt;
  return listing;
}

}  // namespace tocsin
