#include "ingest/opml.h"

#include <pugixml.hpp>

#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/page.h"

namespace tocsin {
namespace {

// Where byte `at` stands, as editors count.
std::string Place(std::string_view text, size_t at) {
  const std::string_view before = text.substr(0, at);
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "line " + std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ", column " +
         std::to_string(at - line_start + 1);
}

std::string TitleOf(const pugi::xml_node& outline) {
  const char* text = outline.attribute("text").value();
  return *text != 0 ? text : outline.attribute("title").value();
}

// Walks in document order without recursion: foreign nesting is as deep as it likes.
class Walker final : public pugi::xml_tree_walker {
 public:
  explicit Walker(std::vector<OpmlFeed>& feeds) : feeds_(feeds) {}

  bool for_each(pugi::xml_node& node) override {
    if (std::string_view(node.name()) != "outline" || node.attribute("xmlUrl").empty()) return true;
    feeds_.push_back({TitleOf(node), node.attribute("xmlUrl").value(), node.attribute("language").value()});
    return feeds_.size() < kOpmlFeedsMax;
  }

 private:
  std::vector<OpmlFeed>& feeds_;
};

struct StringWriter final : pugi::xml_writer {
  std::string out;
  void write(const void* data, size_t size) override { out.append(static_cast<const char*>(data), size); }
};

}  // namespace

Result<std::vector<OpmlFeed>> ReadOpml(std::string_view bytes) {
  if (bytes.size() > kFeedBytesMax) return Fail(Errc::kTooLarge, "an OPML file is larger than 16 MiB");
  const Utf8Text text = DecodeXmlBytes(bytes, "");
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(text.text.data(), text.text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    return Fail(Errc::kMalformed, Place(text.text, std::min(size_t(parsed.offset), text.text.size())) +
                                      ": no well-formed XML: " + parsed.description());
  }
  if (!document.child("opml")) return Fail(Errc::kMalformed, "no <opml> in it: not a list of feeds");
  std::vector<OpmlFeed> feeds;
  Walker walker(feeds);
  document.traverse(walker);
  return feeds;
}

std::string WriteOpml(std::string_view title, const std::vector<OpmlFeed>& feeds) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node opml = document.append_child("opml");
  opml.append_attribute("version") = "2.0";
  opml.append_child("head").append_child("title").text() = std::string(title).c_str();
  pugi::xml_node body = opml.append_child("body");
  for (const OpmlFeed& feed : feeds) {
    pugi::xml_node outline = body.append_child("outline");
    outline.append_attribute("type") = "rss";
    outline.append_attribute("text") = feed.title.c_str();
    outline.append_attribute("xmlUrl") = feed.url.c_str();
    if (!feed.language.empty()) outline.append_attribute("language") = feed.language.c_str();
  }
  StringWriter writer;
  document.save(writer, "  ", pugi::format_default, pugi::encoding_utf8);
  return std::move(writer.out);
}

}  // namespace tocsin
