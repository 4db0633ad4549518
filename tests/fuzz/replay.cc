// Runs a fuzzer over files and folders instead of inventing inputs: for compilers without libFuzzer.
// Besides each seed, every prefix at a power of two and a few flipped bits are tried, deterministically.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void Run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

void RunFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Run(bytes);
  for (size_t cut = 1; cut < bytes.size(); cut *= 2) Run(bytes.substr(0, cut));
  for (size_t at = 0; at < bytes.size(); at += bytes.size() / 16 + 1) {
    std::string flipped = bytes;
    flipped[at] = char(flipped[at] ^ 0x41);
    Run(flipped);
  }
}

}  // namespace

int main(int argc, char** argv) {
  size_t files = 0;
  Run("");
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      RunFile(argv[i]);
      ++files;
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      RunFile(entry.path());
      ++files;
    }
  }
  std::printf("%zu seeds replayed\n", files);
  return files == 0 ? 1 : 0;
}
