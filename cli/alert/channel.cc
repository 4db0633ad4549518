#include "cli/alert/channel.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "cli/output/event_json.h"
#include "cli/output/terminal.h"

namespace tocsin {
namespace {

class ScreenChannel final : public Channel {
 public:
  Result<void> Send(const Alert& alert) override {
    std::string line = "▲ " + alert.rule + "  " + Printable(alert.headline);
    if (!alert.detail.empty()) line += "  (" + Printable(alert.detail) + ")";
    line += "\n  " + Printable(alert.source) + "  " + FormatTimestamp(alert.reported_at) + "  \"" +
            Printable(alert.title) + "\"\n  " + Printable(alert.url) + "  ·  tocsin show " + alert.storyline + "\n";
    const bool written = std::fwrite(line.data(), 1, line.size(), stdout) == line.size() && std::fflush(stdout) == 0;
    if (!written) return Fail(Errc::kUnavailable, std::string("standard output: ") + std::strerror(errno));
    return {};
  }
};

// Writes all of `bytes`, or says why not.
Result<void> WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Fail(Errc::kUnavailable, std::strerror(errno));
    bytes.remove_prefix(size_t(written));
  }
  if (fsync(file) != 0) return Fail(Errc::kUnavailable, std::strerror(errno));
  return {};
}

class FileChannel final : public Channel {
 public:
  explicit FileChannel(std::string path) : path_(std::move(path)) {}

  Result<void> Send(const Alert& alert) override {
    const int file = open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) return Fail(Errc::kUnavailable, path_ + ": " + std::strerror(errno));
    auto written = WriteAll(file, ToLine(AlertJson(alert)) + "\n");
    close(file);
    if (!written) return tl::unexpected(While(path_, written.error()));
    return {};
  }

 private:
  std::string path_;
};

}  // namespace

std::unique_ptr<Channel> MakeScreenChannel() { return std::make_unique<ScreenChannel>(); }

std::unique_ptr<Channel> MakeFileChannel(const std::string& path) { return std::make_unique<FileChannel>(path); }

Channels MakeChannels(const std::vector<ChannelConfig>& configs) {
  Channels channels;
  for (const ChannelConfig& config : configs) {
    switch (config.kind) {
      case ChannelKind::kStdout: channels[config.id] = MakeScreenChannel(); break;
      case ChannelKind::kFile: channels[config.id] = MakeFileChannel(config.path); break;
      case ChannelKind::kWebhook: channels[config.id] = MakeWebhookChannel(config.url, config.secret_file); break;
    }
  }
  return channels;
}

}  // namespace tocsin
