// The real HTTP client against a real socket: what goes wrong on the wire, and what is said about it.
#include "ingest/http_client.h"

#include <gtest/gtest.h>

#include <map>

#include "ingest/base/limits.h"
#include "tests/support/gzip.h"
#include "tests/support/loopback_server.h"

namespace tocsin {
namespace {

HttpOptions ForLoopback() {
  HttpOptions options;
  options.allowed_hosts = {"127.0.0.1"};
  return options;
}

Result<HttpResponse> Get(HttpRequest request, const HttpOptions& options = ForLoopback()) {
  auto client = MakeHttpClient(options);
  std::optional<Result<HttpResponse>> result;
  (*client)->Start(std::move(request), [&](Result<HttpResponse> r) { result = std::move(r); });
  EXPECT_FALSE(result) << "called inside Start";
  while (!result && (*client)->Step(1000) > 0) {
  }
  return result ? std::move(*result) : Fail(Errc::kCorrupt, "no callback");
}

Result<HttpResponse> Get(const std::string& url, size_t bytes_max = 1 << 20) {
  return Get(HttpRequest{url, "", "", bytes_max});
}

std::string PathOf(const std::string& request) {
  const size_t begin = request.find(' ') + 1;
  return request.substr(begin, request.find(' ', begin) - begin);
}

// A server that answers by path, with what the row says.
class Server : public LoopbackServer {
 public:
  explicit Server(std::map<std::string, std::string> answers)
      : LoopbackServer([answers = std::move(answers)](const std::string& request) {
          const auto at = answers.find(PathOf(request));
          return at == answers.end() ? HttpAnswer("404 Not Found", "", "gone") : at->second;
        }) {}
};

TEST(HttpClient, BodiesOfEveryCoding) {
  const std::string text = "<p>The ministry published its plan.</p>";
  const std::string gzip = Gzip(text);
  Server server({
      {"/plain", HttpAnswer("200 OK", "Content-Type: text/html; charset=gb18030\r\nETag: \"7\"\r\n", text)},
      {"/gzip", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", gzip)},
      {"/x-gzip", HttpAnswer("200 OK", "Content-Encoding: X-GZIP\r\n", gzip)},
      {"/two", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", Gzip(text.substr(0, 5)) + Gzip(text.substr(5)))},
      {"/padded", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", gzip + std::string(8, '\0'))},
      {"/zlib", HttpAnswer("200 OK", "Content-Encoding: deflate\r\n", Deflated(text, MAX_WBITS))},
      {"/bare", HttpAnswer("200 OK", "Content-Encoding: deflate\r\n", Deflated(text, -MAX_WBITS))},
      {"/chunked",
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n27\r\n" + text + "\r\n0\r\n\r\n"},
      {"/until-close", "HTTP/1.0 200 OK\r\n\r\n" + text},
  });
  for (const char* path :
       {"/plain", "/gzip", "/x-gzip", "/two", "/padded", "/zlib", "/bare", "/chunked", "/until-close"}) {
    SCOPED_TRACE(path);
    const auto response = Get(server.origin() + path);
    ASSERT_TRUE(response) << response.error().what;
    EXPECT_EQ(response->status, 200);
    EXPECT_EQ(response->body, text);
  }
  const auto response = Get(server.origin() + "/plain#part");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->content_type, "text/html; charset=gb18030");
  EXPECT_EQ(response->etag, "\"7\"");
}

TEST(HttpClient, WhatIsNoBody) {
  const std::string gzip = Gzip(std::string(5000, 'x') + "the end");
  const std::string bomb = Gzip(std::string(40 << 20, '\0'));
  Server server({
      {"/cut-gzip", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", gzip.substr(0, gzip.size() - 9))},
      {"/cut-trailer", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", gzip.substr(0, gzip.size() - 1))},
      {"/not-gzip", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", "<p>plain after all</p>")},
      {"/brotli", HttpAnswer("200 OK", "Content-Encoding: br\r\n", "\x0b\x02\x80")},
      {"/layers", HttpAnswer("200 OK", "Content-Encoding: gzip, gzip\r\n", Gzip(gzip))},
      {"/short", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"},
      {"/cut-chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n27\r\nonly this"},
      {"/bomb", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", bomb)},
      {"/large", HttpAnswer("200 OK", "", std::string((1 << 20) + 1, 'x'))},
      {"/headers", "HTTP/1.1 200 OK\r\n" +
                       [] {
                         std::string lines;
                         for (int i = 0; i < 400; ++i) lines += "X-Padding: " + std::string(1000, 'x') + "\r\n";
                         return lines;
                       }() +
                       "\r\nbody"},
      {"/nothing", " "},
      {"/repetition", HttpAnswer("200 OK", "Content-Encoding: gzip\r\n", Gzip(std::string(900'000, 'a')))},
  });
  struct Row {
    const char* path;
    Errc code;
    const char* says;
  };
  const Row rows[] = {
      {"/cut-gzip", Errc::kMalformed, "breaks off"},    {"/cut-trailer", Errc::kMalformed, "breaks off"},
      {"/not-gzip", Errc::kMalformed, "broken"},        {"/brotli", Errc::kUnsupported, "\"br\""},
      {"/layers", Errc::kUnsupported, "gzip, gzip"},    {"/short", Errc::kMalformed, "breaks off after 9 bytes"},
      {"/cut-chunk", Errc::kMalformed, "breaks off"},   {"/bomb", Errc::kTooLarge, "bomb"},
      {"/large", Errc::kTooLarge, "more than 1048576"}, {"/headers", Errc::kTooLarge, "headers"},
      {"/nothing", Errc::kUnavailable, "GET"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.path);
    const auto response = Get(server.origin() + row.path);
    ASSERT_FALSE(response);
    EXPECT_EQ(int(response.error().code), int(row.code)) << response.error().what;
    EXPECT_NE(response.error().what.find(row.says), std::string::npos) << response.error().what;
    EXPECT_NE(response.error().what.find(server.origin() + row.path), std::string::npos) << response.error().what;
  }
  // The ratio stops a bomb even when the bound on bytes would let it pass; repetition below a megabyte is none.
  const auto bomb_answer = Get(server.origin() + "/bomb", 1u << 30);
  ASSERT_FALSE(bomb_answer);
  EXPECT_EQ(int(bomb_answer.error().code), int(Errc::kTooLarge));
  EXPECT_EQ(Get(server.origin() + "/repetition")->body.size(), 900'000u);
}

TEST(HttpClient, Redirects) {
  auto to = [](const std::string& where, const char* status = "302 Found") {
    return HttpAnswer(status, "Location: " + where + "\r\n", "moved");
  };
  std::map<std::string, std::string> answers = {
      {"/a", to("b?x=1#part")},
      {"/b?x=1", to("/deep/./../end", "308 Permanent Redirect")},
      {"/end", HttpAnswer("200 OK", "", "here")},
      {"/loop", to("/loop", "301 Moved Permanently")},
      {"/file", to("file:///etc/passwd")},
      {"/broken", to("http://[::1")},
      {"/nowhere", HttpAnswer("302 Found", "", "no target")},
      {"/inward", to("http://10.0.0.1/")},
  };
  for (int i = 0; i < 12; ++i) answers["/hop" + std::to_string(i)] = to("/hop" + std::to_string(i + 1));
  answers["/hop12"] = HttpAnswer("200 OK", "", "far");
  Server server(answers);
  const auto response = Get(server.origin() + "/a");
  ASSERT_TRUE(response) << response.error().what;
  EXPECT_EQ(response->url, server.origin() + "/end");
  EXPECT_EQ(response->body, "here");
  EXPECT_EQ(Get(server.origin() + "/nowhere")->status, 302);
  EXPECT_EQ(Get(server.origin() + "/hop2")->body, "far") << "ten redirects are followed";

  struct Row {
    const char* path;
    Errc code;
  };
  for (const Row& row : {Row{"/loop", Errc::kTooLarge}, Row{"/hop1", Errc::kTooLarge}, Row{"/file", Errc::kUnsupported},
                         Row{"/broken", Errc::kUnsupported}, Row{"/inward", Errc::kForbidden}}) {
    SCOPED_TRACE(row.path);
    const auto refused = Get(server.origin() + row.path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(int(refused.error().code), int(row.code)) << refused.error().what;
  }
}

TEST(HttpClient, ARedirectThatMayNotBeFollowedIsTheAnswer) {
  Server server({{"/a", HttpAnswer("302 Found", "Location: b\r\n", "moved")},
                 {"/b", HttpAnswer("301 Moved Permanently", "Location: https://other.example/c?x=1\r\n", "moved")}});
  std::vector<std::string> asked;
  const auto stay = [&](const std::string& url) {
    asked.push_back(url);
    return url.starts_with(server.origin());
  };
  const auto response = Get(HttpRequest{server.origin() + "/a", "", "", 1 << 20, stay});
  ASSERT_TRUE(response) << response.error().what;
  EXPECT_EQ(response->status, 301);
  EXPECT_EQ(response->url, server.origin() + "/b");
  EXPECT_EQ(response->location, "https://other.example/c?x=1");
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(asked, (std::vector<std::string>{server.origin() + "/b", "https://other.example/c?x=1"}));
}

TEST(HttpClient, ConditionalRequests) {
  LoopbackServer server([](const std::string& request) {
    const bool known = request.find("If-None-Match: W/\"v1\"\r\n") != request.npos &&
                       request.find("If-Modified-Since: Tue, 03 Feb 2026 08:00:00 GMT\r\n") != request.npos;
    return known ? std::string("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
                 : HttpAnswer("200 OK", "", "new");
  });
  const std::string date = "Tue, 03 Feb 2026 08:00:00 GMT";
  EXPECT_EQ(Get({server.origin() + "/", "W/\"v1\"", date, 1000})->status, 304);
  EXPECT_EQ(Get({server.origin() + "/", "", "", 1000})->status, 200);
  EXPECT_EQ(Get({server.origin() + "/", "W/\"v1\"\r\nX-Injected: 1", date, 1000})->status, 200);
}

TEST(HttpClient, SilenceIsTimedOut) {
  LoopbackServer server([](const std::string&) { return ""; });
  HttpOptions options = ForLoopback();
  options.timeout_ms = 60;
  const auto response = Get({server.origin() + "/slow", "", "", 1000}, options);
  ASSERT_FALSE(response);
  EXPECT_EQ(int(response.error().code), int(Errc::kUnavailable));
  EXPECT_NE(response.error().what.find("no answer within 60 ms"), std::string::npos) << response.error().what;
}

TEST(HttpClient, TheGuardRefusesOurOwnHouse) {
  Server server({{"/", HttpAnswer("200 OK", "", "secret")}});
  const auto refused = Get({server.origin() + "/", "", "", 1000}, HttpOptions{});
  ASSERT_FALSE(refused);
  EXPECT_EQ(int(refused.error().code), int(Errc::kForbidden));
  EXPECT_NE(refused.error().what.find("127.0.0.1 is not a public address"), std::string::npos) << refused.error().what;
  // A name is no way around, nor are the other spellings of the address.
  const std::string port = server.origin().substr(server.origin().rfind(':'));
  for (const std::string host : {"localhost", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"}) {
    SCOPED_TRACE(host);
    const auto other = Get({"http://" + host + port + "/", "", "", 1000}, HttpOptions{});
    ASSERT_FALSE(other);
    EXPECT_EQ(int(other.error().code), int(Errc::kForbidden)) << other.error().what;
  }
  EXPECT_EQ(server.requests(), 0);
  HttpOptions open;
  open.allow_private_addresses = true;
  EXPECT_TRUE(Get({server.origin() + "/", "", "", 1000}, open));
}

TEST(HttpClient, WhatIsNotFetched) {
  struct Row {
    const char* url;
    Errc code;
  };
  for (const Row& row :
       {Row{"", Errc::kMalformed}, Row{"not a url", Errc::kMalformed}, Row{"file:///etc/passwd", Errc::kUnsupported},
        Row{"ftp://example.org/", Errc::kUnsupported}, Row{"gopher://127.0.0.1:70/", Errc::kUnsupported}}) {
    SCOPED_TRACE(row.url);
    const auto response = Get(row.url);
    ASSERT_FALSE(response);
    EXPECT_EQ(int(response.error().code), int(row.code)) << response.error().what;
  }
}

TEST(HttpClient, ManyAtOnceAndARequestFromACallback) {
  Server server({{"/", HttpAnswer("200 OK", "", "ok")}});
  HttpOptions options = ForLoopback();
  options.connections_max = 3;
  auto client = MakeHttpClient(options);
  int answers = 0;
  for (int i = 0; i < 20; ++i) {
    (*client)->Start({server.origin() + "/", "", "", 1000}, [&](Result<HttpResponse> r) {
      if (!r || ++answers != 5) return;
      (*client)->Start({server.origin() + "/", "", "", 1000},
                       [&](Result<HttpResponse> more) { answers += more ? 1 : 0; });
    });
  }
  while ((*client)->Step(1000) > 0) {
  }
  EXPECT_EQ(answers, 21);
}

}  // namespace
}  // namespace tocsin
