// Whatever the bytes: no crash, and every mention lies inside the text, in order, apart from its neighbours, and on
// character boundaries of its own. A sum or share is worth the same when the text ends with it, and a date's value says
// the days that it gives.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace {

// A span that starts or ends inside a character can only come from reading bytes as text.
bool OnBoundary(std::string_view text, uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 || at == 0 ||
         static_cast<unsigned char>(text[at - 1]) < 0xC2;
}

template <class Mentions>
void Check(std::string_view text, const Mentions& mentions, bool valid_utf8) {
  uint32_t last_end = 0;
  for (const auto& m : mentions) {
    if (m.span.begin < last_end || m.span.end <= m.span.begin || m.span.end > text.size()) std::abort();
    if (valid_utf8 && (!OnBoundary(text, m.span.begin) || !OnBoundary(text, m.span.end))) std::abort();
    last_end = m.span.end;
  }
}

template <class Mention>
const Mention* EndingAt(const std::vector<Mention>& mentions, uint32_t end) {
  for (const Mention& m : mentions) {
    if (m.span.end == end) return &m;
  }
  return nullptr;
}

// Reads the text again up to the end of its first few mentions.
template <class Mention>
void CheckReread(std::string_view text, const tocsin::AnnotateContext& context,
                 std::vector<Mention> tocsin::Annotations::*member, const std::vector<Mention>& mentions) {
  if (text.size() > 4096) return;
  for (size_t i = 0; i < mentions.size() && i < 4; ++i) {
    const std::string_view head = text.substr(0, mentions[i].span.end);
    tocsin::Annotations again = tocsin::WordsOf(head);
    tocsin::FindNumbers(head, context, again);
    const Mention* same = EndingAt(again.*member, mentions[i].span.end);
    if (same == nullptr || same->span.begin != mentions[i].span.begin || !(same->value == mentions[i].value) ||
        !(same->upper == mentions[i].upper))
      std::abort();
  }
}

bool AsciiOnly(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);

  tocsin::AnnotateContext context;
  context.published = {{1'750'000'000}, tocsin::Precision::kDay};
  tocsin::Annotations found = tocsin::WordsOf(text);
  tocsin::FindNumbers(text, context, found);
  const bool ascii = AsciiOnly(text);
  Check(text, found.amounts, !ascii);
  Check(text, found.percents, !ascii);
  Check(text, found.dates, !ascii);
  Check(text, found.numbers, !ascii);
  for (const auto& m : found.amounts) {
    if (tocsin::Compare(m.value, m.upper) > 0) std::abort();
  }
  for (const auto& m : found.dates) {
    if (m.kind != tocsin::DateKind::kDate || !m.resolved) continue;
    if (!(m.first < m.after)) std::abort();
    if (m.value != tocsin::FormatDay(m.first) + "/" + tocsin::FormatDay(m.after)) std::abort();
  }
  CheckReread(text, context, &tocsin::Annotations::amounts, found.amounts);
  CheckReread(text, context, &tocsin::Annotations::percents, found.percents);

  // Without a day of publication nothing that counts from it may be settled.
  tocsin::Annotations adrift = tocsin::WordsOf(text);
  tocsin::FindNumbers(text, {}, adrift);
  Check(text, adrift.dates, !ascii);
  for (const auto& m : adrift.dates) {
    if (m.relative && m.resolved) std::abort();
  }
  return 0;
}
