// Signatures: names that stand in a paragraph of their own above or below the text, or in brackets
// behind its last word. Nothing says that they are the author's but their place, so a line counts
// only when it holds nothing else.
#include "metadata/signatures.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/author_lines.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/byline_reader.hpp"
#include "rules/name_words.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMostBytes = 60'000; // of the page that are read
constexpr std::size_t kProse = 140;        // bytes of a line that is text
constexpr std::size_t kLongestSignature = 90;
constexpr std::size_t kMostLines = 600;

struct Line {
  std::string text;
  NodeId box; // what holds the paragraph that it is, or kNoNode when it is none
  bool is_prose;
};

class Reader {
 public:
  Reader(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language)
      : dom_(dom), facts_(facts), headline_(headline), language_(language) {}

  std::vector<AuthorClaim> read() {
    read_lines();
    if (find_text()) {
      read_above();
      read_below();
      read_agencies();
    }
    if (claims_.empty()) read_owner();
    return std::move(claims_);
  }

 private:
  void read_lines() {
    const NodeId from = headline_ == kNoNode ? dom_.body() : dom_.end(headline_);
    VisibleLines source(dom_, from, dom_.end(dom_.body()), {kMostBytes, true});
    for (std::string text; lines_.size() < kMostLines && source.next(text);) {
      const NodeId parent = source.last_parent();
      if (is_copyright(text)) copyright_ = text;
      if (facts_.is_chrome_at(parent, headline_)) continue;
      const bool is_prose = text.size() >= kProse;
      lines_.push_back({std::move(text), box_of(parent), is_prose});
    }
  }

  /// The text is where most of the prose is: in one element.
  bool find_text() {
    std::vector<std::pair<NodeId, std::size_t>> bytes;
    for (const Line& line : lines_) {
      if (!line.is_prose || line.box == kNoNode) continue;
      const auto known = std::find_if(bytes.begin(), bytes.end(),
                                      [&](const auto& entry) { return entry.first == line.box; });
      if (known == bytes.end())
        bytes.emplace_back(line.box, line.text.size());
      else
        known->second += line.text.size();
    }
    if (bytes.empty()) return false;
    box_ = std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) {
             return a.second < b.second;
           })->first;
    first_ = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].is_prose || lines_[i].box != box_) continue;
      first_ = std::min(first_, i);
      last_ = i;
    }
    return true;
  }

  /// What holds the paragraphs of which a text is one: it is no heading, no item and no link.
  NodeId box_of(NodeId text_parent) const {
    for (NodeId node = text_parent; node != kNoNode; node = dom_.parent(node)) {
      switch (dom_.tag(node)) {
        case Tag::p:
          return dom_.parent(node);
        case Tag::div:
        case Tag::td:
        case Tag::article:
        case Tag::section:
          return node; // with line breaks
        case Tag::b:
        case Tag::i:
        case Tag::em:
        case Tag::strong:
        case Tag::span:
        case Tag::small:
        case Tag::font:
        case Tag::u:
        case Tag::a:
          break;
        default:
          return kNoNode;
      }
    }
    return kNoNode;
  }

  void add(std::vector<std::string> names, const char* place, bool is_near) {
    claims_.push_back({std::move(names), MetadataSource::text, place, is_near, false, true});
    claims_.back().is_signature = true;
  }

  std::vector<std::string> only_names(std::string_view line, bool is_surely_signature) const {
    if (line.empty() || line.size() > kLongestSignature) return {};
    std::vector<std::string> names = names_in_byline(line, language_);
    if (!holds_only_names(line, names, language_)) return {};
    const auto is_known = [&](const std::string& name) { return is_known_person(name, language_); };
    if (!is_surely_signature && std::none_of(names.begin(), names.end(), is_known)) return {};
    return names;
  }

  // Beside the paragraphs of the text, right above the first one.
  void read_above() {
    if (first_ == 0 || lines_[first_ - 1].box != box_) return;
    const std::string& line = lines_[first_ - 1].text;
    auto names = looks_like_byline(line, language_)
                     ? names_in_byline(line, language_)
                     : only_names(line, line.find('/') != std::string::npos);
    // In scripts without spaces a question may look like a byline.
    if (!names.empty() && looks_like_name(names[0], language_) &&
        (count_cjk(names[0]) <= 0 || is_known_person(names[0], language_)))
      add(std::move(names), "above", true);
  }

  // Right below the last one but for notes, or in brackets at its end.
  void read_below() {
    constexpr std::size_t kReach = 3;      // lines
    constexpr std::size_t kMostBehind = 5; // the part of the text that notes may be
    std::size_t all = 0;
    for (const Line& line : lines_) all += line.is_prose && line.box == box_ ? line.text.size() : 0;
    const std::size_t end = std::min(lines_.size(), last_ + 1 + kReach);
    std::size_t behind = 0;
    for (std::size_t i = end; i-- > first_ + 1 && behind * kMostBehind <= all;) {
      if (lines_[i].box != box_) continue;
      if (lines_[i].is_prose) {
        behind += lines_[i].text.size();
        continue;
      }
      auto names = only_names(lines_[i].text, false);
      if (names.empty()) continue;
      add(std::move(names), "below", false);
      break;
    }
    if (auto names = only_names(last_brackets(lines_[last_].text), false); !names.empty())
      add(std::move(names), "brackets", false);
  }

  /// What stands in brackets at the end of a text.
  static std::string_view last_brackets(std::string_view text) {
    struct Pair {
      std::string_view open, close;
    };
    constexpr Pair kBrackets[] = {
        {"(", ")"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}, {"\xE3\x80\x90", "\xE3\x80\x91"}};
    constexpr std::string_view kMarks = " .+*";
    while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos)
      text.remove_suffix(1);
    for (const Pair& pair : kBrackets) {
      if (!text.ends_with(pair.close)) continue;
      text.remove_suffix(pair.close.size());
      const std::size_t open = text.rfind(pair.open);
      if (open == std::string_view::npos || text.size() - open > kLongestSignature) return {};
      return trim(text.substr(open + pair.open.size()));
    }
    return {};
  }

  // "Berlin (dpa) - It rained", "(AP/dpa)" behind the last word, or a line below the text.
  void read_agencies() {
    constexpr std::size_t kLongestDateline = 60; // bytes
    const auto take = [this](std::string_view name) {
      if (!is_agency(name, language_)) return false;
      add({std::string(trim(name))}, "agency", false);
      return true;
    };
    if (first_ > 0 && lines_[first_ - 1].box == box_ && take(lines_[first_ - 1].text)) return;
    const std::string_view text = lines_[first_].text;
    const std::size_t open = text.find('('), close = text.find(')');
    if (open < close && close < kLongestDateline && take(text.substr(open + 1, close - open - 1)))
      return;
    if (take(last_brackets(lines_[last_].text))) return;
    constexpr std::size_t kReach = 3; // lines
    for (std::size_t i = last_ + 1; i < std::min(lines_.size(), last_ + 1 + kReach); ++i) {
      std::string_view line = lines_[i].text;
      if (const std::size_t colon = line.find(':'); colon != std::string_view::npos)
        line.remove_prefix(colon + 1); // "Source:"
      if (line.ends_with(')')) line.remove_suffix(1);
      if (lines_[i].box == box_ && take(line)) return;
    }
  }

  static bool is_copyright(std::string_view text) {
    constexpr std::string_view kSign = "\xC2\xA9";
    return text.size() < kProse &&
           (text.find(kSign) != std::string_view::npos || contains_ignoring_case(text, "(c)") ||
            starts_with_ignoring_case(text, "copyright"));
  }

  // The site is a person's: it is named so, or its copyright is that person's.
  void read_owner() {
    const std::string_view site = facts_.meta("og:site_name");
    if (take_owner(claim_text(first_bytes(site, kLongestSignature)))) return;
    const std::string_view line = copyright_;
    const std::size_t year = line.find_first_of("12");
    if (year == std::string_view::npos) return;
    const std::string_view behind = line.substr(year);
    take_owner(behind.substr(0, behind.find_first_of(".|,")));
  }

  /// Years, quotation marks and the like around it are none of the name.
  bool take_owner(std::string_view text) {
    std::vector<NameWord> words = read_name_words(text);
    std::erase_if(words, [](const NameWord& word) { return word.has_digit; });
    if (words.empty()) return false;
    const std::string_view name =
        text.substr(words.front().begin, words.back().end - words.front().begin);
    constexpr std::ptrdiff_t kMostSpaces = 2;
    if (std::count(name.begin(), name.end(), ' ') > kMostSpaces ||
        !is_known_person(name, language_))
      return false;
    add({std::string(name)}, "owner", false);
    claims_.back().is_signature = false;
    return true;
  }

  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
  std::vector<Line> lines_;
  NodeId box_ = kNoNode;             // that holds the text
  std::size_t first_ = 0, last_ = 0; // of its lines
  std::string copyright_;
  std::vector<AuthorClaim> claims_;
};

} // namespace

std::vector<AuthorClaim> read_signatures(const Dom& dom, const PageFacts& facts, NodeId headline,
                                         std::string_view language) {
  if (dom.body() == kNoNode) return {};
  return Reader(dom, facts, headline, language).read();
}

} // namespace lectern
