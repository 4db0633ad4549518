// The look of single words of names.
#pragma once

#include <string_view>

namespace tocsin {

// "Jinping", "Qiang", "Zedong": one to three syllables of pinyin.
bool LooksPinyin(std::string_view word);

// "Kai-shek", "Jong-un": two parts of a given name of East Asia, the second small or capital.
bool LooksHyphenatedGiven(std::string_view word);

// "Lavrov", "Popović", "McKenna", "Papandreou": endings and beginnings that family names have and other words lack.
bool LooksFamilyName(std::string_view word);

// "J.", "J.D.", "W": letters that stand for given names. Countries such as "U.S." are not.
bool LooksInitials(std::string_view word);

// "al-Assad", "d'Estaing", "el-Sisi": begins small, but a capital follows the mark.
bool LooksSmallPrefixed(std::string_view word);

// "Bristol-based", "Nvidia-backed": tells of a name, and is part of none.
bool LooksCompoundAdjective(std::string_view word);

}  // namespace tocsin
