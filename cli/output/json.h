// JSON that people and programs read from us. Keys keep the order in which they were set.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace tocsin {

using Json = nlohmann::ordered_json;

// One line, UTF-8; invalid bytes become U+FFFD instead of an exception.
inline std::string ToLine(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace tocsin
