// Expected against got: what a case file says, what the reader made of it, and the difference in words.
#pragma once

#include <string>
#include <vector>

#include "tests/support/case_file.h"

namespace tocsin::support {

// One line a difference, each starting with "file:line: "; empty when the article was read as expected.
// A name is right when it is the participant's name, its id, or the words that the text uses for it.
std::vector<std::string> CompareArticle(const CaseFile& file, const CaseArticle& article,
                                        const std::vector<Event>& events);

// "investment.equity_stake considered, actor US government, target Intel, 8900000000 USD, 10 %".
std::string Describe(const Event& event, std::string_view text);

}  // namespace tocsin::support
