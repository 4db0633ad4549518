// tocsin completion SHELL: the commands and flags, as the shell wants them. Made from the command line itself, so that
// it cannot be out of date.
#include <CLI/CLI.hpp>
#include <functional>

#include "cli/commands/commands.h"

namespace tocsin {
namespace {

struct Words {
  std::string path;   // " alerts log"
  std::string words;  // "--limit --format"
};

void Collect(const CLI::App& app, const std::string& path, std::vector<Words>& out) {
  Words here{path, ""};
  const auto add = [&](const std::string& word) { here.words += (here.words.empty() ? "" : " ") + word; };
  for (const CLI::App* sub : app.get_subcommands(nullptr)) add(sub->get_name());
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) add("--" + name);
  }
  out.push_back(std::move(here));
  for (const CLI::App* sub : app.get_subcommands(nullptr)) Collect(*sub, path + " " + sub->get_name(), out);
}

// case "$at" in ... esac, setting `choices`. (zsh gives meanings of its own to "path" and "words".)
std::string Cases(const std::vector<Words>& all) {
  std::string out = "  case \"$at\" in\n";
  for (const Words& each : all) out += "    \"" + each.path + "\") choices=\"" + each.words + "\" ;;\n";
  return out + "  esac\n";
}

// Which words lead from one command to the next.
std::string Steps(const std::vector<Words>& all) {
  std::string known;
  for (const Words& each : all) {
    if (!each.path.empty()) known += (known.empty() ? "" : "|") + ("\"" + each.path + "\"");
  }
  return "    case \"$at $word\" in " + known + ") at=\"$at $word\" ;; esac\n";
}

std::string Bash(const std::vector<Words>& all) {
  return "_tocsin() {\n  local at=\"\" choices=\"\" word cur=\"${COMP_WORDS[COMP_CWORD]}\"\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n" +
         Steps(all) + "  done\n" + Cases(all) +
         "  COMPREPLY=($(compgen -W \"$choices\" -- \"$cur\") $(compgen -f -- \"$cur\"))\n}\n"
         "complete -o filenames -F _tocsin tocsin\n";
}

std::string Zsh(const std::vector<Words>& all) {
  return "#compdef tocsin\n_tocsin() {\n  local at=\"\" choices=\"\" word\n"
         "  for word in \"${words[2,CURRENT-1][@]}\"; do\n" +
         Steps(all) + "  done\n" + Cases(all) + "  compadd -- ${=choices}\n  _files\n}\n" +
         "if [ \"$funcstack[1]\" = \"_tocsin\" ]; then _tocsin \"$@\"; else compdef _tocsin tocsin; fi\n";
}

}  // namespace

void AddCompletion(CLI::App& app, Session& session) {
  auto shell = std::make_shared<std::string>();
  CLI::App* completion = app.add_subcommand("completion", "Completion for a shell: tocsin completion bash > FILE");
  OnlyWords(*completion->add_option("SHELL", *shell, "bash or zsh")->required(), {"bash", "zsh"});
  completion->callback([shell, &app, &session] {
    session.chosen = [shell, &app] {
      std::vector<Words> all;
      Collect(app, "", all);
      Print(*shell == "bash" ? Bash(all) : Zsh(all));
      return kOk;
    };
  });
}

}  // namespace tocsin
