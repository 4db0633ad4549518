// Every .case file beside this one is a test: annotate, recognise, compare.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "nlp/annotator.h"
#include "rules/recognizer.h"
#include "rules/rulebook.h"
#include "tests/support/case_file.h"
#include "tests/support/compare_case.h"
#include "tests/support/storylines.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;
using support::CaseArticle;
using support::CaseFile;
using support::Storylines;

std::vector<std::string> FindCases() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(TOCSIN_SOURCE_DIR "/tests/scenarios")) {
    if (entry.path().extension() == ".case") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The built-in packs, compiled once for all cases.
const Result<std::shared_ptr<const Rulebook>>& Rules() {
  static const auto rules = Rulebook::Load();
  return rules;
}

std::vector<Event> Read(const CaseArticle& article, const Rulebook& rules) {
  const AnnotateContext context{article.title, article.language, article.published, ""};
  const Annotations annotations = Annotate(article.text, context, rules.lexicon());
  return Recognize(article.text, annotations, context, rules).events;
}

bool Has(const Storylines& stories, const support::ExpectedStoryline& expected) {
  const auto all = stories.All();
  return std::any_of(all.begin(), all.end(), [&](const Storyline& story) {
    return story.reports == expected.reports && story.status == expected.status;
  });
}

// All differences between the case and what is read, one a line.
std::vector<std::string> Check(const CaseFile& file, const Rulebook& rules) {
  std::vector<std::string> report;
  Storylines stories;
  for (const CaseArticle& article : file.articles) {
    const std::vector<Event> events = Read(article, rules);
    for (std::string& line : CompareArticle(file, article, events)) report.push_back(std::move(line));
    for (const Event& event : events) stories.Add(event, article.published, article.url);
  }
  for (const auto& expected : file.storylines) {
    if (Has(stories, expected)) continue;
    report.push_back(file.file + ":" + std::to_string(expected.line) + ": no storyline " + ToString(expected.status) +
                     " of " + std::to_string(expected.reports) + " reports; got:" + stories.Describe());
  }
  return report;
}

class Scenario : public ::testing::TestWithParam<std::string> {};

TEST_P(Scenario, ReadsAsExpected) {
  ASSERT_TRUE(Rules()) << Rules().error().what;
  const auto file = support::ReadCase(GetParam());
  ASSERT_TRUE(file) << file.error().what;
  const auto differences = Check(*file, **Rules());
  std::string all = file->name + " (" + file->why + ")";
  for (const std::string& line : differences) all += "\n" + line;
  if (file->open.empty()) {
    EXPECT_TRUE(differences.empty()) << all;
  } else if (differences.empty()) {
    ADD_FAILURE() << file->file << " is read as expected now: remove its '# open:' line";
  } else {
    GTEST_SKIP() << "open (" << file->open << "): " << all;
  }
}

std::string TestName(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = fs::path(info.param).stem().string();
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Case, Scenario, ::testing::ValuesIn(FindCases()), TestName);

}  // namespace
}  // namespace tocsin
