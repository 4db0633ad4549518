// tocsin inspect STAGE: the flags, and which function answers.
#include "cli/commands/inspect.h"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands/commands.h"

namespace tocsin {
namespace {

using Stage = int (*)(const InspectOptions&);

struct Row {
  const char* name;
  const char* about;
  Stage run;
};

constexpr Row kStages[] = {
    {"feed", "A feed as it is read: RSS, Atom, JSON Feed", InspectFeed},
    {"robots", "Whether robots.txt lets an agent fetch a URL", InspectRobots},
    {"sitemap", "The pages that a sitemap lists", InspectSitemap},
    {"url", "A URL, parsed and resolved", InspectUrl},
    {"date", "A date as feeds print it", InspectDate},
    {"charset", "The encoding of an HTML page's bytes", InspectCharset},
    {"page", "Main text and metadata of an HTML page", InspectPage},
    {"copies", "Whether one article re-prints another", InspectCopies},
    {"text", "Sentences, names, amounts, dates and events of a text", InspectText},
};

void AddStage(CLI::App& inspect, Session& session, const Row& row) {
  auto options = std::make_shared<InspectOptions>();
  auto offsets = std::make_shared<std::string>("byte");
  CLI::App* stage = inspect.add_subcommand(row.name, row.about);
  stage->add_option("FILE", options->file,
                    "A file (with --batch, for pages: a folder); - or nothing is standard input");
  stage->add_flag("--batch", options->batch, "JSON Lines in, one object a line out");
  stage->add_flag("--explain", options->explain, "Say why");
  OnlyWords(*stage->add_option("--offsets", *offsets, "Count in byte (default) or codepoint"), {"byte", "codepoint"});
  stage->add_option("--content-type", options->content_type, "The Content-Type header");
  stage->add_option("--content-location", options->content_location, "The Content-Location header");
  stage->add_option("--content-language", options->content_language, "The Content-Language header");
  stage->add_option("--url", options->url, "Where it came from");
  const Stage run = row.run;
  stage->callback([=, &session] {
    session.chosen = [=, &session] {
      options->codepoint_offsets = *offsets == "codepoint";
      options->rulebook = [&session] { return session.GetRulebook(); };
      return run(*options);
    };
  });
}

}  // namespace

void AddInspect(CLI::App& app, Session& session) {
  CLI::App* inspect = app.add_subcommand("inspect", "Run one stage on anything and see what it makes, as JSON");
  inspect->require_subcommand(1);
  for (const Row& row : kStages) AddStage(*inspect, session, row);
}

}  // namespace tocsin
