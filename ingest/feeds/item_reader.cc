#include "ingest/feeds/item_reader.h"

#include <array>
#include <unordered_map>

#include "ingest/feeds/feed_names.h"
#include "ingest/feeds/html_fragment.h"

namespace tocsin {
namespace {

// How much a word is worth for a field: the lowest rank that was offered wins.
enum Rank : uint8_t { kOwn, kDublinCore, kExtension, kDerived, kNone };

// Categories of one item, people, links: above it, a feed is an attack.
constexpr size_t kListMax = 1000;

template <class T>
void Add(std::vector<T>& list, T value) {
  if (list.size() < kListMax) list.push_back(std::move(value));
}

class ItemReader {
 public:
  ItemReader(const FeedContext& context, bool is_entry) : is_entry_(is_entry), context_(context) {}

  void ReadChildren(const XmlNode& element) {
    for (const XmlNode& child : element.children) {
      if (!child.is_text()) Read(child);
    }
  }

  FeedItem Finish() {
    if (item_.link.empty()) item_.link = permalink_;
    if (item_.language.empty()) item_.language = context_.language;
    if (item_.author.empty() && !item_.authors.empty()) item_.author = ToString(item_.authors.front());
    // An entry without a summary is introduced by its text.
    if (item_.summary.empty() && !item_.content.empty()) item_.summary = item_.content.front().value;
    return std::move(item_);
  }

 private:
  using Reading = void (ItemReader::*)(const XmlNode&, Rank);
  struct Meaning {
    Reading read;
    Rank rank;
  };

  static const std::unordered_map<std::string_view, Meaning>& Words() {
    using R = ItemReader;
    static const std::unordered_map<std::string_view, Meaning> words = {
        {"title", {&R::Title, kOwn}},
        {"dc:title", {&R::Title, kDublinCore}},
        {"media:title", {&R::Title, kExtension}},
        {"link", {&R::Link, kOwn}},
        {"itunes:link", {&R::Link, kOwn}},
        {"guid", {&R::Guid, kOwn}},
        {"id", {&R::Id, kOwn}},
        {"dc:identifier", {&R::Id, kDublinCore}},
        {"description", {&R::Description, kOwn}},
        {"subtitle", {&R::Description, kOwn}},
        {"tagline", {&R::Description, kOwn}},
        {"dc:description", {&R::Description, kDublinCore}},
        {"itunes:subtitle", {&R::Description, kDerived}},
        {"itunes:summary", {&R::Description, kExtension}},
        {"media:description", {&R::Description, kDerived}},
        {"abstract", {&R::Description, kDublinCore}},
        {"summary", {&R::Summary, kOwn}},
        {"content", {&R::Content, kOwn}},
        {"content:encoded", {&R::Body, kOwn}},
        {"body", {&R::Body, kOwn}},
        {"xhtml:body", {&R::Body, kOwn}},
        {"fullitem", {&R::Body, kOwn}},
        {"author", {&R::Author, kOwn}},
        {"managingeditor", {&R::Author, kOwn}},
        {"dc:creator", {&R::Author, kDublinCore}},
        {"dc:author", {&R::Author, kDublinCore}},
        {"itunes:author", {&R::Author, kExtension}},
        {"webmaster", {&R::Webmaster, kDerived}},
        {"dc:publisher", {&R::Publisher, kDublinCore}},
        {"itunes:owner", {&R::Publisher, kExtension}},
        {"contributor", {&R::Contributor, kOwn}},
        {"dc:contributor", {&R::Contributor, kOwn}},
        {"category", {&R::Category, kOwn}},
        {"dc:subject", {&R::Category, kOwn}},
        {"media:category", {&R::Category, kOwn}},
        {"itunes:category", {&R::ItunesCategory, kOwn}},
        {"itunes:keywords", {&R::Keywords, kOwn}},
        {"media:keywords", {&R::Keywords, kOwn}},
        {"keywords", {&R::Keywords, kOwn}},
        {"tags", {&R::Keywords, kOwn}},
        {"language", {&R::Language, kOwn}},
        {"dc:language", {&R::Language, kDublinCore}},
        {"rights", {&R::Rights, kOwn}},
        {"copyright", {&R::Rights, kOwn}},
        {"dc:rights", {&R::Rights, kDublinCore}},
        {"media:copyright", {&R::Rights, kExtension}},
        {"generator", {&R::Generator, kOwn}},
        {"comments", {&R::Comments, kOwn}},
        {"pubdate", {&R::Published, kOwn}},
        {"published", {&R::Published, kOwn}},
        {"issued", {&R::Published, kOwn}},
        {"dcterms:issued", {&R::Published, kDublinCore}},
        {"created", {&R::Published, kExtension}},
        {"dcterms:created", {&R::Published, kExtension}},
        {"updated", {&R::Updated, kOwn}},
        {"modified", {&R::Updated, kOwn}},
        {"lastbuilddate", {&R::Updated, kOwn}},
        {"dcterms:modified", {&R::Updated, kDublinCore}},
        {"dc:date", {&R::Date, kDublinCore}},
        {"image", {&R::Image, kOwn}},
        {"logo", {&R::Image, kOwn}},
        {"itunes:image", {&R::Image, kExtension}},
        {"icon", {&R::Image, kDerived}},
        {"media:thumbnail", {&R::Image, kDerived}},
        {"enclosure", {&R::Enclosure, kOwn}},
        {"media:content", {&R::Media, kOwn}},
        {"media:group", {&R::Group, kOwn}},
        {"source", {&R::Source, kOwn}},
    };
    return words;
  }

  void Read(const XmlNode& element) {
    if (element.cut) return;  // half of an address is another address
    const std::string name = FeedName(element);
    const auto at = Words().find(name);
    if (at == Words().end()) return;
    const FeedContext outer = context_;
    context_ = context_.At(element);
    (this->*at->second.read)(element, at->second.rank);
    context_ = outer;
  }

  // Whether `rank` is the best so far for the field that `best` stands for. `again`: an equal one replaces.
  static bool Wins(uint8_t& best, Rank rank, bool again) {
    if (rank > best || (rank == best && !again)) return false;
    best = rank;
    return true;
  }

  void Offer(std::string& field, uint8_t& best, Rank rank, std::string value) {
    if (!value.empty() && Wins(best, rank, false)) field = std::move(value);
  }

  std::string TextOf(const XmlNode& element) const { return std::string(TrimmedText(element.Text())); }
  std::string AddressOf(std::string_view text) const { return ResolveReference(TrimmedText(text), context_.base); }

  void Title(const XmlNode& e, Rank rank) { Offer(item_.title, title_, rank, ReadFeedText(e, context_, "").value); }
  void Language(const XmlNode& e, Rank rank) { Offer(item_.language, language_, rank, TextOf(e)); }
  void Rights(const XmlNode& e, Rank rank) { Offer(item_.rights, rights_, rank, ReadFeedText(e, context_, "").value); }
  void Generator(const XmlNode& e, Rank) { item_.generator = TextOf(e); }
  void Comments(const XmlNode& e, Rank) { item_.comments = AddressOf(e.Text()); }
  void Id(const XmlNode& e, Rank rank) { Offer(item_.id, id_, rank, AddressOf(e.Text())); }

  // <guid> names the entry; unless it says that it does not, it is its address too.
  void Guid(const XmlNode& e, Rank rank) {
    const std::string guid = TextOf(e);
    Offer(item_.id, id_, rank, guid);
    const bool address =
        guid.starts_with("http://") || guid.starts_with("https://") || e.Attribute("isPermaLink") == "true";
    if (e.Attribute("isPermaLink") != "false" && address) permalink_ = AddressOf(guid);
  }

  // RSS: the text is the address. Atom: attributes, and one of several relations.
  void Link(const XmlNode& e, Rank) {
    FeedLink link;
    link.href = e.Attribute("href");
    const bool atom = !link.href.empty() || !e.Attribute("rel").empty();
    if (!atom) link.href = TextOf(e);
    link.href = AddressOf(link.href);
    if (link.href.empty()) return;
    link.rel = e.Attribute("rel").empty() ? "alternate" : std::string(e.Attribute("rel"));
    link.type = e.Attribute("type");
    if (link.type.empty() && link.rel == "alternate") link.type = "text/html";
    if (link.type.empty() && link.rel == "self") link.type = "application/atom+xml";
    link.title = e.Attribute("title");
    link.hreflang = e.Attribute("hreflang");
    link.length = e.Attribute("length");
    const bool page = link.type == "text/html" || link.type == "application/xhtml+xml";
    if (link.rel == "alternate") Offer(item_.link, link_, page ? kOwn : kDublinCore, link.href);
    if (link.rel == "image") Offer(item_.image, image_, kExtension, link.href);
    if (link.rel == "enclosure") Add(item_.enclosures, {link.href, link.type, link.length});
    Add(item_.links, std::move(link));
  }

  void Description(const XmlNode& e, Rank rank) {
    const bool rss = e.Attribute("type").empty() && rank != kOwn ? false : FeedName(e) == "description";
    FeedContent text = ReadFeedText(e, context_, rss ? "text/html" : "");
    if (!is_entry_) return Offer(item_.subtitle, subtitle_, rank, std::move(text.value));
    if (rank == kOwn && summary_ == kOwn && !item_.summary.empty()) return Add(item_.content, std::move(text));
    Offer(item_.summary, summary_, rank, std::move(text.value));
  }

  // An entry with a summary and a description has the longer text in the latter.
  void Summary(const XmlNode& e, Rank rank) {
    FeedContent text = ReadFeedText(e, context_, "");
    if (!is_entry_) return Offer(item_.subtitle, subtitle_, rank, std::move(text.value));
    if (summary_ == kOwn && !item_.summary.empty()) Add(item_.content, {item_.summary, "text/html", context_.language});
    summary_ = kNone;
    Offer(item_.summary, summary_, rank, std::move(text.value));
  }

  // Atom: by reference or in place.
  void Content(const XmlNode& e, Rank) {
    if (!e.Attribute("src").empty()) {
      Add(item_.links, {AddressOf(e.Attribute("src")), "alternate", std::string(e.Attribute("type")), "", "", ""});
      return;
    }
    FeedContent content = ReadFeedText(e, context_, "text/plain");
    if (!content.value.empty()) Add(item_.content, std::move(content));
  }

  void Body(const XmlNode& e, Rank) {
    FeedContent content = ReadFeedText(e, context_, "text/html");
    if (!content.value.empty()) Add(item_.content, std::move(content));
  }

  void Author(const XmlNode& e, Rank rank) {
    FeedPerson person = ReadPerson(e, context_);
    if (person.name.empty() && person.email.empty() && person.url.empty()) return;
    if (rank < authors_) item_.authors.clear();
    if (!Wins(authors_, rank, true)) return;
    Add(item_.authors, std::move(person));
  }

  void Webmaster(const XmlNode& e, Rank rank) {
    Author(e, rank);
    Publisher(e, rank);
  }

  void Publisher(const XmlNode& e, Rank rank) {
    Offer(item_.publisher, publisher_, rank, ToString(ReadPerson(e, context_)));
  }

  void Contributor(const XmlNode& e, Rank) { Add(item_.contributors, ReadPerson(e, context_)); }

  void Category(const XmlNode& e, Rank) {
    FeedCategory category;
    category.term = e.Attribute("term").empty() ? TextOf(e) : std::string(TrimmedText(e.Attribute("term")));
    category.scheme = e.Attribute("scheme").empty() ? e.Attribute("domain") : e.Attribute("scheme");
    category.label = e.Attribute("label");
    if (!category.term.empty() || !category.label.empty()) Add(item_.categories, std::move(category));
  }

  void ItunesCategory(const XmlNode& e, Rank) {
    const std::string term(TrimmedText(e.Attribute("text").empty() ? e.Text() : e.Attribute("text")));
    if (!term.empty()) Add(item_.categories, {term, "http://www.itunes.com/", ""});
    for (const XmlNode& child : e.children) {
      if (!child.is_text() && child.name == e.name) ItunesCategory(child, kOwn);
    }
  }

  void Keywords(const XmlNode& e, Rank) {
    const std::string text = e.Text();
    for (std::string_view rest = text; !rest.empty();) {
      const size_t comma = rest.find(',');
      const std::string_view word = TrimmedText(rest.substr(0, comma));
      const std::string scheme = FeedName(e) == "itunes:keywords" ? "http://www.itunes.com/" : "";
      if (!word.empty()) Add(item_.categories, {std::string(word), scheme, ""});
      rest.remove_prefix(comma == rest.npos ? rest.size() : comma + 1);
    }
  }

  void OfferDate(Timestamp& field, uint8_t& best, Rank rank, const XmlNode& e) {
    const auto date = ParseFeedDate(TextOf(e));
    // Of two dates of the same name, the last stands: generators append.
    if (date && Wins(best, rank, true)) field = *date;
  }
  void Published(const XmlNode& e, Rank rank) { OfferDate(item_.published, published_, rank, e); }
  void Updated(const XmlNode& e, Rank rank) { OfferDate(item_.updated, updated_, rank, e); }
  void Date(const XmlNode& e, Rank rank) {
    OfferDate(item_.updated, updated_, rank, e);
    OfferDate(item_.published, published_, kDerived, e);
  }

  void Image(const XmlNode& e, Rank rank) {
    const XmlNode* url = e.Child("url");
    std::string_view address = e.Attribute("href");
    if (address.empty()) address = e.Attribute("url");
    if (address.empty()) address = e.Attribute("resource", "rdf");
    const std::string text = url != nullptr ? url->Text() : e.Text();
    const bool has_elements = url == nullptr && e.Child("title") != nullptr;
    if (address.empty() && !has_elements) address = text;
    Offer(item_.image, image_, rank, AddressOf(address));
  }

  void Enclosure(const XmlNode& e, Rank) {
    const std::string url = AddressOf(e.Attribute("url").empty() ? e.Attribute("href") : e.Attribute("url"));
    if (url.empty()) return;
    const std::string type(e.Attribute("type")), length(e.Attribute("length"));
    Add(item_.enclosures, {url, type, length});
    Add(item_.links, {url, "enclosure", type, "", "", length});
  }

  void Media(const XmlNode& e, Rank) {
    const std::string url = AddressOf(e.Attribute("url"));
    if (!url.empty()) Add(item_.media, {url, std::string(e.Attribute("type")), std::string(e.Attribute("fileSize"))});
    if (e.Attribute("medium") == "image") Offer(item_.image, image_, kDerived, url);
    Group(e, kOwn);
  }

  // Media RSS nests: what is said inside holds for the entry. Depth is bounded by the document's.
  void Group(const XmlNode& e, Rank) {
    for (const XmlNode& child : e.children) {
      if (!child.is_text() && FeedName(child).starts_with("media:")) Read(child);
    }
  }

  void Source(const XmlNode& e, Rank) {
    if (!is_entry_ || !item_.source.empty()) return;
    FeedItem source = ReadFeedItem(e, context_, false);
    if (const auto url = e.Attribute("url"); !url.empty()) {
      source.link = AddressOf(url);
      if (source.title.empty()) source.title = TextOf(e);
    }
    item_.source.push_back(std::move(source));
  }

  const bool is_entry_;
  FeedContext context_;
  FeedItem item_;
  std::string permalink_;
  // the best rank offered so far
  uint8_t title_ = kNone, language_ = kNone, rights_ = kNone, id_ = kNone, link_ = kNone, image_ = kNone;
  uint8_t subtitle_ = kNone, summary_ = kNone, authors_ = kNone, publisher_ = kNone, published_ = kNone;
  uint8_t updated_ = kNone;
};

}  // namespace

FeedItem ReadFeedItem(const XmlNode& element, const FeedContext& context, bool is_entry) {
  ItemReader reader(context, is_entry);
  reader.ReadChildren(element);
  return reader.Finish();
}

}  // namespace tocsin
