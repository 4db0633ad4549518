// Lines that stand among an article's paragraphs and are not its words: notices, invitations, credits.
#pragma once

#include <string>
#include <string_view>

namespace tocsin {

// "Advertisement", "Share this article", "Read more: …", "This article is sponsored by …", "责任编辑：…", "© 2025 …".
bool IsBoilerplate(std::string_view paragraph);

// A whole text that asks for consent to cookies, or for proof that a person reads it.
bool IsWall(std::string_view text);

// Headings after which something else begins: "Related articles", "About the author", "Comments", "相关阅读".
bool IsForeignHeading(std::string_view heading);

// Of those, the ones that stand among the paragraphs and after which the text goes on: "Share this story".
bool OpensNoSection(std::string_view heading);

// Short lines above the first paragraph: "By A. Reporter", "5 min read", "January 5, 2025", "来源：…".
bool IsByline(std::string_view line);

// ASCII letters lowered, the rest as it is.
std::string_view LowerInto(std::string_view text, std::string& buffer);

}  // namespace tocsin
