#include "cli/commands/batch.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace tocsin {

int RunBatch(const std::function<Json(const JsonValue&)>& answer) {
  std::ios::sync_with_stdio(false);
  std::string line;
  int code = 0;
  for (size_t number = 1; std::getline(std::cin, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto value = JsonValue::Parse(line);
    if (value && value->is_object()) {
      std::cout << ToLine(answer(*value)) << '\n';
      continue;
    }
    const std::string what = value ? "json: not an object" : value.error().what;
    std::cerr << "line " << number << ": " << what << '\n';
    std::cout << ToLine(Json{{"error", what}}) << '\n';
    code = 3;
  }
  std::cout.flush();
  return code;
}

Result<std::string> ReadFile(const std::string& path, size_t bytes_max) {
  std::ifstream file;
  if (path != "-") {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return Fail(Errc::kUnsupported, path + ": is a folder");
    file.open(path, std::ios::binary);
    if (!file) return Fail(Errc::kNotFound, path + ": " + std::strerror(errno));
  }
  std::istream& in = path == "-" ? std::cin : file;
  std::string bytes;
  char block[1 << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) {
    bytes.append(block, size_t(in.gcount()));
    if (bytes.size() > bytes_max) {
      return Fail(Errc::kTooLarge, path + ": more than " + std::to_string(bytes_max) + " bytes");
    }
  }
  return bytes;
}

}  // namespace tocsin
