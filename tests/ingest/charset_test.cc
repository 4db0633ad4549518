// Which encoding a document is in, and what becomes of bytes that are in none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "ingest/page.h"

namespace tocsin {
namespace {

using namespace std::string_view_literals;

struct Case {
  std::string_view bytes;
  const char* content_type;
  const char* encoding;
  const char* text;  // nullptr: not looked at
};

const Case kHtml[] = {
    // What is said, and by whom.
    {"<p>x", "text/html", "windows-1252", "<p>x"},
    {"<p>x", "text/html; charset=UTF8", "utf-8", nullptr},
    {"<p>x", "text/html; Charset = \"Big5\"", "big5", nullptr},
    {"<p>x", "text/html; charset='koi8-r'", "koi8-r", nullptr},
    {"\xef\xbb\xbf<p>x", "text/html; charset=koi8-r", "utf-8", "<p>x"},
    {"\xff\xfe<\0p\0>\0"sv, "text/html", "utf-16le", "<p>"},
    {"\xfe\xff\0<\0p\0>"sv, "text/html; charset=utf-8", "utf-16be", "<p>"},
    {"<meta charset=gb2312>\xd6\xd0", "", "gbk", "<meta charset=gb2312>中"},
    {"<META content='text/html;charset=shift_jis' HTTP-EQUIV=content-type>", "", "shift_jis", nullptr},
    {"<p title='<'><meta charset=\"iso-8859-5\" >", "", "iso-8859-5", nullptr},
    {"<meta charset=utf-16be>x", "", "utf-8", nullptr},
    {"<meta charset=x-user-defined>x", "", "windows-1252", nullptr},
    {"<meta charset=windows-1251 charset=utf-8>", "", "windows-1251", nullptr},
    {"<?xml version='1.0' encoding='windows-1253'?><html>", "text/html", "windows-1253", nullptr},
    // What is not said, though it looks like it.
    {"<p>x", "text/html; charset=klingon", "windows-1252", nullptr},
    {"<p>x", "text/html; charset=\"utf-8", "windows-1252", nullptr},
    {"<p>x", "text/html; charset utf-8", "windows-1252", nullptr},
    {"<!-- <meta charset=utf-8> -->", "", "windows-1252", nullptr},
    {"<meta content='text/html; charset=utf-8'>", "", "windows-1252", nullptr},
    {"<meta http-equiv=refresh content='0; charset=utf-8'>", "", "windows-1252", nullptr},
    {"<metal charset=utf-8>", "", "windows-1252", nullptr},
    {"<p title=\"><meta charset=utf-8>", "", "windows-1252", nullptr},
    {"<meta charset=utf-8", "", "windows-1252", nullptr},
    // Nobody says: the bytes tell.
    {"<p>\xe4\xb8\xad", "text/html", "utf-8", "<p>中"},
    {"<p>\xe4\xb8", "text/html; charset=utf-8", "utf-8", "<p>\xef\xbf\xbd"},
    {"<p>caf\xe9</p>", "text/html", "windows-1252", "<p>café</p>"},
    {"<\0p\0>\0"sv, "text/html", "utf-16le", "<p>"},
};

TEST(Charset, HtmlAsTheStandardSniffs) {
  for (const Case& c : kHtml) {
    SCOPED_TRACE(std::string(c.bytes) + " | " + c.content_type);
    const Utf8Text got = DecodeHtmlBytes(c.bytes, c.content_type);
    EXPECT_EQ(got.encoding, c.encoding);
    if (c.text != nullptr) {
      EXPECT_EQ(got.text, c.text);
    }
  }
}

const Case kXml[] = {
    {"<a/>", "application/xml", "utf-8", "<a/>"},
    {"<?xml version='1.0' encoding='gb18030'?>\xd6\xd0", "", "gb18030", nullptr},
    {"<?xml version='1.0' encoding='gb18030'?>", "text/xml; charset=big5", "big5", nullptr},
    {"<\0\0\0a\0\0\0>\0\0\0"sv, "", "utf-32le", "<a>"},
    {"\0\0\xfe\xff\0\0\0<\0\0\0a\0\0\0>"sv, "", "utf-32be", "<a>"},
    {"\0<\0a\0>"sv, "", "utf-16be", "<a>"},
    {"\xff\xfe<\0a\0>\0"sv, "text/xml; charset=utf-8", "utf-16le", "<a>"},
    // Labels that cannot be true, or mean nothing.
    {"<?xml version='1.0' encoding='utf-16'?>", "", "utf-8", nullptr},
    {"<?xml version='1.0' encoding='none'?>", "text/xml; charset=nonsense", "utf-8", nullptr},
    {"<?xml version='1.0' encoding='utf-8'?><t>caf\xe9 con leche</t>", "", "windows-1252", nullptr},
    {"x<?xml version='1.0' encoding='big5'?>", "", "utf-8", nullptr},
};

TEST(Charset, XmlByRfc7303) {
  for (const Case& c : kXml) {
    SCOPED_TRACE(std::string(c.bytes) + " | " + c.content_type);
    const Utf8Text got = DecodeXmlBytes(c.bytes, c.content_type);
    EXPECT_EQ(got.encoding, c.encoding);
    if (c.text != nullptr) {
      EXPECT_EQ(got.text, c.text);
    }
  }
}

// Malformed bytes: how many U+FFFD, and that what follows is kept.
const Case kMalformed[] = {
    {"a\xff"
     "b",
     "text/html; charset=utf-8", "utf-8",
     "a\xef\xbf\xbd"
     "b"},
    {"a\xe4\xb8"
     "b",
     "text/html; charset=utf-8", "utf-8",
     "a\xef\xbf\xbd"
     "b"},
    {"\xc0\xaf", "text/html; charset=utf-8", "utf-8", "\xef\xbf\xbd\xef\xbf\xbd"},
    {"\xed\xa0\x80", "text/html; charset=utf-8", "utf-8", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
    {"a\xff<b", "text/html; charset=gbk", "gbk", "a\xef\xbf\xbd<b"},
    {"\0\xd8<\0"sv, "text/html; charset=utf-16le", "utf-16le", "\xef\xbf\xbd<"},
    {"x\x1b$)Cy", "text/html; charset=iso-2022-kr", "replacement", "\xef\xbf\xbd"},
};

TEST(Charset, MalformedBytesBecomeReplacementCharacters) {
  for (const Case& c : kMalformed) {
    SCOPED_TRACE(std::string(c.bytes) + " | " + c.content_type);
    const Utf8Text got = DecodeHtmlBytes(c.bytes, c.content_type);
    EXPECT_EQ(got.encoding, c.encoding);
    EXPECT_EQ(got.text, c.text);
    EXPECT_TRUE(got.lossy);
  }
  EXPECT_FALSE(DecodeHtmlBytes("<p>\xe4\xb8\xad", "").lossy);
  EXPECT_FALSE(DecodeHtmlBytes("", "").lossy);
}

TEST(Charset, APageThatSaysUtf8AndIsNotIsGuessed) {
  const std::string head = "<html><head><meta charset=\"utf-8\"><title>x</title></head><body><p>";
  // "The ministry of finance announced a fund on Monday" in GB 18030, several times.
  const std::string gb =
      "\xB2\xC6\xD5\xFE\xB2\xBF\xD6\xDC\xD2\xBB\xD0\xFB\xB2\xBC\xC9\xE8\xC1\xA2\xBB\xF9\xBD\xF0\xA1\xA3";
  std::string body;
  for (int i = 0; i < 20; ++i) body += gb;
  const Utf8Text page = DecodeHtmlBytes(head + body, "text/html; charset=utf-8");
  EXPECT_THAT(page.text, testing::HasSubstr("财政部周一宣布设立基金。"));
  EXPECT_FALSE(page.lossy);
  // A few bytes of something else leave it what it says.
  EXPECT_EQ(DecodeHtmlBytes(head + gb, "").encoding, "utf-8");
  EXPECT_EQ(DecodeHtmlBytes(head + "财政部周一宣布设立基金。财政部周一宣布设立基金。" + gb, "").encoding, "utf-8");
}

TEST(Charset, WhatWasEncodedTwiceIsPutRight) {
  const struct {
    const char* bytes;
    const char* text;
  } kRows[] = {
      // Read as ISO 8859-1 by the first hand.
      {"It\xC3\xA2\xC2\x80\xC2\x99s a plan \xC3\xA2\xC2\x80\xC2\x94 the board\xC3\xA2\xC2\x80\xC2\x99s",
       "It’s a plan — the board’s"},
      // Read as windows-1252.
      {"It\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s the board\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s "
       "\xC3\xA2\xE2\x82\xAC\xC5\x93plan",
       "It’s the board’s “plan"},
      {"\xC3\xA6\xC2\x88\xC2\x91\xC3\xAF\xC2\xBC\xC2\x8C\xC3\xAF\xC2\xBC\xC2\x8C\xC3\xA3\xC2\x80\xC2\x82", "我，，。"},
      // What was right stays so among what was not.
      {"caf\xC3\xA9 \xC3\xA2\xC2\x80\xC2\x99 \xC3\xA2\xC2\x80\xC2\x99 \xC3\xA2\xC2\x80\xC2\x99 "
       "\xE2\x82\xAC 5 \xF0\x9F\x98\x80",
       "café ’ ’ ’ € 5 😀"},
      // Once or twice may be meant; other languages do write these letters.
      {"the mark \xC3\xA2\xC2\x80\xC2\x99 told", "the mark \xC3\xA2\xC2\x80\xC2\x99 told"},
      {"p\xC3\xA2t\xC3\xA9 \xC3\xA2ge \xC3\xA2me ch\xC3\xA2teau", "pâté âge âme château"},
      {"", ""},
  };
  for (const auto& row : kRows) EXPECT_EQ(DecodeHtmlBytes(row.bytes, "text/html; charset=utf-8").text, row.text);
}

TEST(Charset, EveryByteOfEveryEncodingGivesUtf8) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += char(i);
  for (const char* label :
       {"utf-8",  "ibm866",    "iso-8859-2",  "iso-8859-8-i", "iso-8859-10",    "iso-8859-14", "iso-8859-16",
        "koi8-u", "macintosh", "windows-874", "windows-1258", "x-mac-cyrillic", "gbk",         "gb18030",
        "big5",   "euc-jp",    "iso-2022-jp", "shift_jis",    "euc-kr",         "utf-16be",    "utf-16le"}) {
    SCOPED_TRACE(label);
    const Utf8Text got = DecodeHtmlBytes(all, std::string("text/html; charset=") + label);
    EXPECT_EQ(got.encoding, label);
    EXPECT_FALSE(DecodeHtmlBytes(got.text, "text/html; charset=utf-8").lossy);
  }
}

}  // namespace
}  // namespace tocsin
