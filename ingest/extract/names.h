// Who wrote it: names out of bylines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

// "By Ann Lee and Bo Chen, Senior Reporter" gives Ann Lee, Bo Chen; "记者 张三 李四" gives 张三, 李四. What is no name
// (an address, a site, a sentence, "admin") is left out.
std::vector<std::string> CutAuthors(std::string_view byline);

// The same over several fields, each name once.
std::vector<std::string> CutAuthors(const std::vector<std::string>& bylines);

}  // namespace tocsin
