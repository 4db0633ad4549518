// The packs, compiled: entities, lexicons and rules, as one immutable thing with a hash.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"
#include "nlp/lexicon.h"

namespace tocsin {

struct PackFile {
  std::string name;  // "packs/ai-policy-core/rules/equity.yaml": what error messages call it
  std::string text;  // YAML
};

struct RuleInfo {
  std::string id, type, language, file;
  int line = 0;
  size_t examples = 0, negative_examples = 0;
};

struct RuleTestFailure {
  std::string where;  // "equity.yaml:41"
  std::string rule;   // rule id, or "" for a test of the whole pack
  std::string text;   // the example
  std::string what;   // expected and got
};

struct RuleTestReport {
  size_t run = 0, passed = 0, todo = 0;
  std::vector<RuleTestFailure> failures;
};

class Rulebook {
 public:
  // The packs that are built in, with `overrides` on top: an id that stands again replaces the shipped one.
  // Errors are kConfig and start with "file:line:column: ". All errors are reported, one a line.
  static Result<std::shared_ptr<const Rulebook>> Load(const std::vector<PackFile>& overrides = {});
  // Only the given files.
  static Result<std::shared_ptr<const Rulebook>> Compile(const std::vector<PackFile>& files);
  virtual ~Rulebook() = default;

  virtual const Lexicon& lexicon() const = 0;
  virtual const std::string& hash() const = 0;  // 16 hexadecimal digits over everything that can change an event
  virtual std::vector<RuleInfo> Rules() const = 0;
  virtual std::vector<std::string> Warnings() const = 0;  // "file:line:column: rule x has no negative example"
  virtual RuleTestReport RunTests() const = 0;            // every example and test of every pack
  // The same packs with this rule alone, or with none when no rule is called so: to measure what a rule costs. The
  // lexicon is this one's, so annotations that were made with it fit.
  virtual std::shared_ptr<const Rulebook> Only(std::string_view rule) const = 0;
};

// The packs compiled into the binary.
const std::vector<PackFile>& BuiltInPacks();

}  // namespace tocsin
