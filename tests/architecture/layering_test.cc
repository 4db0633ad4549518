// The floor plan as a test: no include points downstream, none reaches past a face, no library leaves its home.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kRooms = {"ingest", "nlp", "rules", "store", "cli"};  // upstream first

int Floor(const std::string& room) {
  const auto at = std::find(kRooms.begin(), kRooms.end(), room);
  return at == kRooms.end() ? -1 : int(at - kRooms.begin());
}

// Folders where a library's headers may be included, by a prefix of the header's name.
const std::map<std::string, std::vector<std::string>> kHomes = {
    {"curl/", {"ingest/http", "cli/alert"}},
    {"openssl/", {"cli/alert"}},
    {"pugixml.hpp", {"ingest/markup"}},
    {"simdjson.h", {"ingest/markup"}},
    {"zlib.h", {"ingest/archive"}},
    {"unicode/", {"ingest/charset", "nlp/text", "nlp/names/generate", "rules/packs/generate"}},
    {"re2/", {"nlp", "rules"}},
    {"rocksdb/", {"store/rocks"}},
    {"yaml-cpp/", {"rules"}},
    {"nlohmann/", {"cli/output", "rules/packs/generate"}},
    {"CLI/", {"cli"}},
    {"microhttpd.h", {"cli/web"}},
    {"spdlog/", {"ingest/base", "cli"}},
    {"date/", {"ingest/base"}},
    {"xxhash.h", {"ingest/base"}},
    {"thread", {"cli/pipeline.cc", "cli/pipeline.h"}},
};

struct Include {
  std::string file;  // "nlp/text/tokens.cc"
  int line;
  std::string header;  // "ingest/article.h"
  bool angle;
};

// "#include <x>" or "#include \"x\"": the header, and whether it stands in angles; "" for any other line.
std::pair<std::string, bool> HeaderOf(const std::string& line) {
  const size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return {};
  const size_t word = line.find("include", hash);
  if (word == std::string::npos || line.find_first_not_of(" \t", hash + 1) != word) return {};
  const size_t open = line.find_first_of("<\"", word);
  if (open == std::string::npos) return {};
  const size_t close = line.find(line[open] == '<' ? '>' : '"', open + 1);
  if (close == std::string::npos) return {};
  return {line.substr(open + 1, close - open - 1), line[open] == '<'};
}

std::vector<Include> ReadIncludes() {
  std::vector<Include> out;
  const fs::path root = TOCSIN_SOURCE_DIR;
  for (const std::string& room : kRooms) {
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
      const auto extension = entry.path().extension();
      if (extension != ".h" && extension != ".cc") continue;
      std::ifstream in(entry.path());
      std::string text;
      for (int line = 1; std::getline(in, text); ++line) {
        auto [header, angle] = HeaderOf(text);
        if (!header.empty()) {
          out.push_back({fs::relative(entry.path(), root).generic_string(), line, std::move(header), angle});
        }
      }
    }
  }
  return out;
}

std::string RoomOf(const std::string& path) { return path.substr(0, path.find('/')); }

std::string Where(const Include& i) { return i.file + ":" + std::to_string(i.line) + " includes " + i.header; }

TEST(Layering, NoIncludePointsDownstream) {
  const auto includes = ReadIncludes();
  ASSERT_GT(includes.size(), 50u) << "the sources were not found";
  for (const Include& i : includes) {
    const int there = Floor(RoomOf(i.header));
    if (i.angle || there < 0) continue;
    EXPECT_LE(there, Floor(RoomOf(i.file))) << Where(i) << ", which lies downstream";
  }
}

TEST(Layering, NoIncludeReachesPastAFace) {
  for (const Include& i : ReadIncludes()) {
    const std::string room = RoomOf(i.header);
    if (i.angle || Floor(room) < 0 || room == RoomOf(i.file)) continue;
    const bool face = std::count(i.header.begin(), i.header.end(), '/') == 1;
    EXPECT_TRUE(face || i.header.starts_with("ingest/base/")) << Where(i) << ", which is private to " << room;
  }
}

TEST(Layering, ProjectHeadersAreIncludedByTheirFullPath) {
  for (const Include& i : ReadIncludes()) {
    if (i.angle) continue;
    EXPECT_GE(Floor(RoomOf(i.header)), 0) << Where(i) << " without its room";
  }
}

TEST(Layering, NoLibraryLeavesItsHome) {
  for (const Include& i : ReadIncludes()) {
    for (const auto& [prefix, homes] : kHomes) {
      const bool whole = prefix.back() == '/' || prefix.ends_with(".h") || prefix.ends_with(".hpp");
      if (!i.angle || (whole ? !i.header.starts_with(prefix) : i.header != prefix)) continue;
      const bool home =
          std::any_of(homes.begin(), homes.end(), [&](const std::string& h) { return i.file.starts_with(h); });
      EXPECT_TRUE(home) << Where(i) << " outside its home";
    }
  }
}

TEST(Layering, NoCircleBetweenFolders) {
  std::map<std::string, std::set<std::string>> edges;
  for (const Include& i : ReadIncludes()) {
    if (i.angle) continue;
    const std::string from = fs::path(i.file).parent_path(), to = fs::path(i.header).parent_path();
    // A room's root holds its face, which its folders implement: the two are one place.
    if (from == to || RoomOf(from) == from || RoomOf(to) == to) continue;
    edges[from].insert(to);
  }
  std::map<std::string, int> state;  // 1 = on the path, 2 = done
  std::function<bool(const std::string&)> circle = [&](const std::string& at) {
    if (state[at] != 0) return state[at] == 1;
    state[at] = 1;
    for (const std::string& next : edges[at]) {
      if (circle(next)) return true;
    }
    state[at] = 2;
    return false;
  };
  for (const auto& [folder, unused] : edges) EXPECT_FALSE(circle(folder)) << folder << " lies on a circle of includes";
}

}  // namespace
