// One configuration file, read into what is known so far.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "cli/config.h"

namespace tocsin {

// Sets a single value by its dotted name; `where` is put in front of what it complains of.
using ScalarSetter =
    std::function<Result<void>(const std::string& name, const std::string& value, const std::string& where)>;

// Adds what `file` says to `config`, and to `origins` where it says it ("sources.wh-actions" -> "tocsin.yaml:9:5").
Result<void> ReadConfigFile(const std::string& file, const ScalarSetter& set, Config& config,
                            std::map<std::string, std::string>& origins);

}  // namespace tocsin
