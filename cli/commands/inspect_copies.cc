// `tocsin inspect copies`: whether two articles are one text printed twice.
#include <iostream>

#include <string>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "nlp/fingerprint.h"

namespace tocsin {

int InspectCopies(const InspectOptions& options) {
  if (!options.file.empty() && options.file != "-") {
    std::cerr << "tocsin: inspect copies reads JSON Lines of pairs from standard input: tocsin inspect copies --batch "
                 "< FILE\n";
    return 2;
  }
  return RunBatch([](const JsonValue& in) {
    static constexpr const char* kNames[] = {"none", "derived", "copy"};
    const auto part = [&](const char* which, const char* key) {
      const JsonValue* side = in.Find(which);
      return side == nullptr ? std::string() : std::string(side->Get(key));
    };
    const std::string text_a = part("a", "text"), text_b = part("b", "text");
    const CopyVerdict verdict = CompareCopies(part("a", "title"), text_a, part("b", "title"), text_b);
    return Json{
        {"id", std::string(in.Get("id"))}, {"relation", kNames[size_t(verdict.relation)]}, {"score", verdict.score}};
  });
}

}  // namespace tocsin
