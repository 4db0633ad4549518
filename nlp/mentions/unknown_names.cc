// English names by shape and cue.
//
// A run of capitalised words is a name; what it names is told by its last word ("Act", "Ventures", "Inc"), its first
// words ("Ministry of"), or the words around it ("CEO", "the startup", ", a chipmaker"). A run that nothing tells
// about is left alone: a wrong type is worse than none.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>

#include "nlp/mentions/name_candidate.h"

namespace tocsin {
namespace {

constexpr size_t kRunWordsMax = 10;  // words of one name; longer runs are headlines in capitals

template <size_t N>
bool In(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 58> kOrganizationEnds = {"Inc",
                                                                "Corp",
                                                                "Corporation",
                                                                "Ltd",
                                                                "LLC",
                                                                "PLC",
                                                                "Co",
                                                                "Company",
                                                                "Group",
                                                                "Holdings",
                                                                "Technologies",
                                                                "Technology",
                                                                "Systems",
                                                                "Labs",
                                                                "Laboratories",
                                                                "Semiconductor",
                                                                "Semiconductors",
                                                                "Robotics",
                                                                "Computing",
                                                                "Bank",
                                                                "University",
                                                                "Institute",
                                                                "Foundation",
                                                                "Association",
                                                                "Networks",
                                                                "Energy",
                                                                "Motors",
                                                                "Industries",
                                                                "Software",
                                                                "AI",
                                                                "Analytics",
                                                                "Media",
                                                                "News",
                                                                "Times",
                                                                "Post",
                                                                "Journal",
                                                                "Quantum",
                                                                "Electronics",
                                                                "Telecom",
                                                                "Works",
                                                                "Nanotechnologies",
                                                                "Solutions",
                                                                "Microelectronics",
                                                                "Computers",
                                                                "Materials",
                                                                "Aerospace",
                                                                "Airlines",
                                                                "Union",
                                                                "Society",
                                                                "Center",
                                                                "Centre",
                                                                "College",
                                                                "School",
                                                                "Research",
                                                                "Studios",
                                                                "Digital",
                                                                "Insights",
                                                                "Federation"};
constexpr std::array<std::string_view, 6> kFundEnds = {"Capital",  "Ventures", "Fund",
                                                       "Partners", "Equity",   "Investments"};
constexpr std::array<std::string_view, 25> kLawEnds = {
    "Act",        "Bill",      "Law",     "Order",     "Regulation", "Directive", "Plan",   "Initiative", "Strategy",
    "Program",    "Programme", "Project", "Framework", "Package",    "Agreement", "Treaty", "Rule",       "Accord",
    "Resolution", "Code",      "Pact",    "Deal",      "Mission",    "Roadmap",   "Scheme"};
constexpr std::array<std::string_view, 24> kGovernmentEnds = {
    "Ministry", "Department", "Agency",  "Commission",   "Committee", "Authority",   "Parliament",   "Administration",
    "Senate",   "Congress",   "Court",   "Bureau",       "Council",   "Treasury",    "Assembly",     "Government",
    "Service",  "Office",     "Cabinet", "Subcommittee", "Tribunal",  "Directorate", "Inspectorate", "Legislature"};
constexpr std::array<std::string_view, 10> kBodyStarts = {"Ministry", "Department", "Bureau",    "Office",
                                                          "Agency",   "Commission", "Committee", "Subcommittee",
                                                          "House",    "Court"};
constexpr std::array<std::string_view, 4> kOrganizationStarts = {"University", "Bank", "Institute", "College"};
constexpr std::array<std::string_view, 42> kTitles = {
    "President",    "Senator",       "Sen",        "Rep",       "Representative",
    "Congressman",  "Congresswoman", "Secretary",  "Minister",  "CEO",
    "CFO",          "CTO",           "COO",        "Chairman",  "Chair",
    "chairman",     "founder",       "co-founder", "cofounder", "director",
    "Director",     "analyst",       "Mr",         "Ms",        "Mrs",
    "Dr",           "Sir",           "Professor",  "Prof",      "Governor",
    "Gov",          "Commissioner",  "Chancellor", "spokesman", "spokeswoman",
    "spokesperson", "economist",     "lawyer",     "executive", "Premier",
    "president",    "Judge"};
constexpr std::array<std::string_view, 20> kRolesBehind = {
    "CEO",       "CFO",        "CTO",       "chief",       "chairman",  "president", "director",
    "founder",   "co-founder", "analyst",   "head",        "professor", "partner",   "minister",
    "secretary", "senator",    "spokesman", "spokeswoman", "executive", "economist"};
constexpr std::array<std::string_view, 18> kCompanyCuesBefore = {
    "startup",  "start-up", "chipmaker", "company",  "firm",    "lab",        "developer", "provider", "manufacturer",
    "supplier", "rival",    "maker",     "designer", "unicorn", "subsidiary", "operator",  "investor", "newspaper"};
constexpr std::array<std::string_view, 16> kCompanyCuesBehind = {
    "startup",      "start-up", "chipmaker", "company",  "firm",  "lab",        "developer", "provider",
    "manufacturer", "supplier", "maker",     "designer", "cloud", "subsidiary", "operator",  "leader"};
// Words that begin sentences and headlines in capitals without being names.
constexpr std::array<std::string_view, 78> kNoNames = {
    "The",       "A",        "An",       "In",        "On",     "At",       "But",   "And",       "Or",      "If",
    "It",        "Its",      "This",     "That",      "These",  "Those",    "He",    "She",       "They",    "We",
    "I",         "You",      "As",       "For",       "From",   "To",       "By",    "With",      "Under",   "Over",
    "After",     "Before",   "When",     "While",     "Since",  "Until",    "Last",  "Next",      "Earlier", "Later",
    "Meanwhile", "However",  "Also",     "Both",      "Some",   "Many",     "Most",  "Several",   "All",     "No",
    "Not",       "New",      "Our",      "His",       "Her",    "Their",    "There", "Here",      "What",    "Why",
    "How",       "Who",      "Where",    "According", "Recent", "Recently", "Today", "Yesterday", "Chinese", "American",
    "British",   "European", "Japanese", "Korean",    "Indian", "Former",   "Then",  "One"};
constexpr std::array<std::string_view, 19> kCalendar = {
    "January",  "February", "March",  "April",   "May",       "June",     "July",   "August",   "September", "October",
    "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 128> kFirstNames = {
    "Adam",     "Alan",      "Alex",    "Alexander", "Alexandr",  "Alice",       "Amy",      "Andrew", "Andy",
    "Angela",   "Ann",       "Anna",    "Anne",      "Anthony",   "Arthur",      "Arvind",   "Barack", "Ben",
    "Benjamin", "Bernie",    "Bill",    "Bob",       "Brad",      "Brian",       "Bruce",    "Carl",   "Carlos",
    "Caroline", "Catherine", "Charles", "Chris",     "Christine", "Christopher", "Chuck",    "Colin",  "Craig",
    "Dan",      "Daniel",    "Dario",   "Dave",      "David",     "Demis",       "Dennis",   "Diane",  "Donald",
    "Doug",     "Elizabeth", "Ellen",   "Elon",      "Emily",     "Emma",        "Emmanuel", "Eric",   "Erik",
    "Frank",    "Fred",      "Gary",    "Gavin",     "George",    "Gina",        "Greg",     "Helen",  "Henry",
    "Howard",   "Ian",       "Jack",    "Jacob",     "James",     "Jamie",       "Jane",     "Janet",  "Jason",
    "Jeff",     "Jennifer",  "Jensen",  "Jeremy",    "Jerome",    "Jessica",     "Jim",      "Joe",    "John",
    "Jon",      "Jonathan",  "Joseph",  "Josh",      "Julia",     "Karen",       "Kate",     "Keir",   "Ken",
    "Kevin",    "Larry",     "Laura",   "Lisa",      "Linda",     "Lina",        "Marc",     "Marco",  "Margaret",
    "Maria",    "Mark",      "Martin",  "Mary",      "Matt",      "Matthew",     "Michael",  "Mike",   "Mira",
    "Nancy",    "Nick",      "Oliver",  "Pat",       "Patrick",   "Paul",        "Peter",    "Rachel", "Richard",
    "Robert",   "Sam",       "Sarah",   "Scott",     "Simon",     "Stephen",     "Steve",    "Susan",  "Thomas",
    "Tim",      "Ursula"};

class UnknownNames {
 public:
  UnknownNames(std::string_view text, const std::vector<Token>& tokens, std::vector<NameCandidate>& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void ReadSentence(size_t first, size_t last) {
    for (size_t i = first; i < last;) {
      if (!IsNameWord(i)) {
        ++i;
        continue;
      }
      const size_t end = RunEnd(i, last);
      if (end - i <= kRunWordsMax) Classify(i, end, first, last);
      i = end;
    }
  }

 private:
  std::string_view Word(size_t i) const { return tokens_[i].span.in(text_); }
  std::string_view WordOr(size_t i, size_t last) const { return i < last ? Word(i) : std::string_view(); }
  bool IsNameWord(size_t i) const { return tokens_[i].kind == TokenKind::kWord && tokens_[i].capital; }

  // Capitalised words side by side, joined by "&" and, for bodies, "of", "and", "for", "on" before another capital.
  size_t RunEnd(size_t i, size_t last) const {
    size_t end = i + 1;
    const bool body = In(kBodyStarts, Word(i)) || In(kOrganizationStarts, Word(i));
    while (end < last) {
      if (tokens_[end].span.begin > tokens_[end - 1].span.end + 3) break;
      if (IsNameWord(end) && !In(kCalendar, Word(end))) {
        ++end;
        continue;
      }
      const std::string_view w = Word(end);
      const bool capital_next = end + 1 < last && IsNameWord(end + 1);
      const bool joins = w == "&" || (body && (w == "of" || w == "and" || w == "for" || w == "on"));
      // Initials keep their dot: "Donald J. Trump".
      const bool initial = w == "." && Word(end - 1).size() == 1;
      if (!capital_next || !(joins || initial)) break;
      end += 2;
    }
    return end;
  }

  void Classify(size_t first, size_t end, size_t sentence, size_t last) {
    // Words that only open the sentence are no part of the name; titles stand before persons.
    while (first < end && (In(kNoNames, Word(first)) || In(kCalendar, Word(first)))) ++first;
    if (first == end) return;
    if (PersonBehindTitle(first, end, sentence, last)) return;
    const std::string_view tail = Word(end - 1), head = Word(first);
    const size_t words = end - first;
    if (words >= 2) {
      if (In(kLawEnds, tail)) return Emit(first, end, EntityType::kLawOrProgram);
      if (In(kFundEnds, tail)) return Emit(first, end, EntityType::kFund);
      if (In(kGovernmentEnds, tail) || (words >= 3 && In(kBodyStarts, head) && Word(first + 1) == "of")) {
        return Emit(first, end, EntityType::kGovernmentBody);
      }
      if (In(kOrganizationEnds, tail) || (words >= 3 && In(kOrganizationStarts, head))) {
        return Emit(first, end, EntityType::kOrganization);
      }
      if (words <= 3 && In(kFirstNames, head)) return Emit(first, end, EntityType::kPerson);
      if (words <= 3 && PersonByApposition(end, last)) return Emit(first, end, EntityType::kPerson);
    }
    if (CompanyByCue(first, end, sentence, last)) Emit(first, end, EntityType::kOrganization);
  }

  // "CEO Jane Roe", "Senator Bernie Sanders", "Mr. Buchanan": the title itself may be in the run.
  bool PersonBehindTitle(size_t first, size_t end, size_t sentence, size_t last) {
    for (size_t i = first; i < end; ++i) {
      if (!In(kTitles, Word(i))) continue;
      const size_t name = i + 1;
      if (name >= end) {
        // "Mr." ends a run with its dot; the name follows.
        if (name + 1 < last && Word(name) == "." && IsNameWord(name + 1)) {
          const size_t stop = std::min(RunEnd(name + 1, last), name + 4);
          Emit(name + 1, stop, EntityType::kPerson);
          return true;
        }
        return false;
      }
      if (end - name > 3) return false;
      Emit(name, end, EntityType::kPerson);
      return true;
    }
    if (first <= sentence || end - first > 3) return false;
    size_t before = first - 1;
    if (Word(before) == "." && before > sentence) --before;
    if (!In(kTitles, Word(before))) return false;
    if (end - first == 1 && In(kCalendar, Word(first))) return false;
    Emit(first, end, EntityType::kPerson);
    return true;
  }

  // "Jane Roe, chief executive of"
  bool PersonByApposition(size_t end, size_t last) const {
    if (WordOr(end, last) != ",") return false;
    size_t i = end + 1;
    while (i < last && i < end + 4 && !In(kRolesBehind, Word(i))) {
      if (tokens_[i].kind != TokenKind::kWord) return false;
      ++i;
    }
    return i < last && i < end + 4;
  }

  // "the startup Acme", "Acme, a chipmaker", "Acme (NASDAQ: ACM)"
  bool CompanyByCue(size_t first, size_t end, size_t sentence, size_t last) const {
    if (first > sentence && In(kCompanyCuesBefore, Word(first - 1))) return true;
    if (WordOr(end, last) == "(" && (WordOr(end + 1, last) == "NASDAQ" || WordOr(end + 1, last) == "NYSE")) return true;
    if (WordOr(end, last) != ",") return false;
    const std::string_view article = WordOr(end + 1, last);
    if (article != "a" && article != "an" && article != "the") return false;
    for (size_t i = end + 2; i < last && i < end + 8; ++i) {
      if (tokens_[i].kind == TokenKind::kPunct) return false;
      if (In(kCompanyCuesBehind, Word(i))) return true;
    }
    return false;
  }

  void Emit(size_t first, size_t end, EntityType type) {
    NameCandidate c;
    c.span = {tokens_[first].span.begin, tokens_[end - 1].span.end};
    c.entity.type = type;
    c.entity.name = std::string(c.span.in(text_));
    out_.push_back(std::move(c));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<NameCandidate>& out_;
};

}  // namespace

void FindUnknownNames(std::string_view text, const std::vector<Token>& tokens, const std::vector<ByteSpan>& sentences,
                      std::vector<NameCandidate>& out) {
  UnknownNames finder(text, tokens, out);
  size_t token = 0;
  for (const ByteSpan sentence : sentences) {
    while (token < tokens.size() && tokens[token].span.begin < sentence.begin) ++token;
    size_t end = token;
    while (end < tokens.size() && tokens[end].span.begin < sentence.end) ++end;
    finder.ReadSentence(token, end);
    token = end;
  }
}

}  // namespace tocsin
