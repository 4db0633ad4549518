// Where an alert can be sent. A channel that returns has delivered: on the screen, on disk, or answered with 2xx.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "cli/config.h"
#include "rules/alert_rule.h"

namespace tocsin {

class Channel {
 public:
  virtual ~Channel() = default;
  // kUnavailable: try again later. kConfig or kForbidden: trying again does not help until someone mends it.
  virtual Result<void> Send(const Alert& alert) = 0;
};

using Channels = std::map<std::string, std::unique_ptr<Channel>>;

// One line a message on standard output.
std::unique_ptr<Channel> MakeScreenChannel();

// Appends one JSON object a line and syncs before it returns.
std::unique_ptr<Channel> MakeFileChannel(const std::string& path);

// POSTs the alert's JSON. Headers: X-Tocsin-Delivery, the alert's id, the same at every attempt; and with a secret,
// X-Tocsin-Signature: "sha256=" and the HMAC-SHA256 of the body in hexadecimal. Redirects are not followed.
std::unique_ptr<Channel> MakeWebhookChannel(const std::string& url, const std::string& secret_file);

// All channels of the configuration.
Channels MakeChannels(const std::vector<ChannelConfig>& configs);

// "sha256=..." as webhooks are signed.
std::string Signature(std::string_view secret, std::string_view body);

}  // namespace tocsin
