#include "ingest/http/address_guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace tocsin {
namespace {

struct Block {
  uint32_t network;
  int bits;
};

// IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast and class E.
constexpr std::array<Block, 15> kSpecialIpv4 = {{{0x00000000, 8},    // this network
                                                 {0x0A000000, 8},    // private
                                                 {0x64400000, 10},   // carrier-grade NAT
                                                 {0x7F000000, 8},    // loopback
                                                 {0xA9FE0000, 16},   // link-local
                                                 {0xAC100000, 12},   // private
                                                 {0xC0000000, 24},   // protocol assignments
                                                 {0xC0000200, 24},   // documentation
                                                 {0xC0586300, 24},   // 6to4 relays
                                                 {0xC0A80000, 16},   // private
                                                 {0xC6120000, 15},   // benchmarks
                                                 {0xC6336400, 24},   // documentation
                                                 {0xCB007100, 24},   // documentation
                                                 {0xE0000000, 4},    // multicast
                                                 {0xF0000000, 4}}};  // reserved, broadcast

bool IsPublicIpv4(uint32_t address) {
  return std::none_of(kSpecialIpv4.begin(), kSpecialIpv4.end(),
                      [&](const Block& b) { return (address ^ b.network) >> (32 - b.bits) == 0; });
}

uint32_t BigEndian(const uint8_t* bytes) {
  return uint32_t(bytes[0]) << 24 | uint32_t(bytes[1]) << 16 | uint32_t(bytes[2]) << 8 | bytes[3];
}

bool IsPublicIpv6(const uint8_t* bytes) {
  constexpr uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  constexpr uint8_t kNat64[12] = {0, 0x64, 0xFF, 0x9B};
  if (std::memcmp(bytes, kMapped, 12) == 0 || std::memcmp(bytes, kNat64, 12) == 0)
    return IsPublicIpv4(BigEndian(bytes + 12));
  const uint32_t front = BigEndian(bytes);
  if (front >> 29 != 1) return false;               // only 2000::/3 is given out
  if (front >> 9 == 0x20010000 >> 9) return false;  // 2001::/23: Teredo, benchmarks, ORCHID
  if (front == 0x20010DB8) return false;            // documentation
  if (front >> 16 == 0x2002) return false;          // 6to4: wraps any IPv4 address
  return front >> 12 != 0x3FFF0;                    // documentation
}

}  // namespace

bool IsPublicAddress(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address, sizeof in);
    return IsPublicIpv4(ntohl(in.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 in6;
  std::memcpy(&in6, &address, sizeof in6);
  return IsPublicIpv6(in6.sin6_addr.s6_addr);
}

std::string FormatAddress(const sockaddr& address) {
  char text[INET6_ADDRSTRLEN] = "?";
  if (address.sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, &address, sizeof in);
    inet_ntop(AF_INET, &in.sin_addr, text, sizeof text);
  } else if (address.sa_family == AF_INET6) {
    sockaddr_in6 in6;
    std::memcpy(&in6, &address, sizeof in6);
    inet_ntop(AF_INET6, &in6.sin6_addr, text, sizeof text);
  }
  return text;
}

}  // namespace tocsin
