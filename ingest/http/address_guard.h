// Which addresses a crawler may connect to: only those of the public internet.
#pragma once

#include <sys/socket.h>

#include <string>

namespace tocsin {

// False for loopback, private, link-local, carrier-grade NAT, multicast, documentation and reserved addresses, and
// for IPv6 that wraps such an IPv4 address (mapped, NAT64). Looks at the address that is about to be connected to,
// so no name, redirect or second DNS answer gets around it.
bool IsPublicAddress(const sockaddr& address);

std::string FormatAddress(const sockaddr& address);  // "127.0.0.1", "::1"

}  // namespace tocsin
