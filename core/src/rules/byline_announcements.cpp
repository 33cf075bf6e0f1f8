// Nearly all lines of a page are no bylines; the first words of the phrases that announce names
// sort them out.
#include "rules/byline_announcements.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/byte_set.hpp"
#include "base/utf8.hpp"
#include "rules/byline_words.hpp"
#include "rules/name_words.hpp"
#include "rules/phrase_sieve.hpp"

namespace lectern {
namespace {

/// Letters or digits of one kind: a date that touches a word is cut away from it.
class WordRuns {
 public:
  explicit WordRuns(std::string_view text) : text_(text) {}

  bool next(std::string_view& run) {
    std::size_t begin = at_;
    bool of_digits = false;
    while (at_ < text_.size()) {
      std::size_t end = at_;
      const char32_t c = next_code_point(text_, end);
      const bool belongs = belongs_to_name_word(c);
      if (at_ > begin && (!belongs || is_digit(c) != of_digits)) break;
      at_ = end;
      if (belongs)
        of_digits = is_digit(c);
      else
        begin = end;
      if (belongs && !of_digits) skip_ascii_letters();
    }
    run = text_.substr(begin, at_ - begin);
    return !run.empty();
  }

 private:
  void skip_ascii_letters() {
    static constexpr ByteSet kLetters("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    while (at_ < text_.size() && kLetters.has(text_[at_])) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Of the lower case, which is not written down: only hashes are compared, and 64 bits tell a
/// thousand words well enough.
std::uint64_t hash_of_lower(std::string_view run) {
  constexpr std::uint64_t kSeed = 14695981039346656037u, kPrime = 1099511628211u; // FNV-1a
  std::uint64_t hash = kSeed;
  for (std::size_t at = 0; at < run.size();)
    hash = (hash ^ to_lower(next_code_point(run, at))) * kPrime;
  return hash;
}

class Announcements {
 public:
  Announcements() {
    for (const BylineWord& word : byline_words()) {
      const auto kind = static_cast<BylineWordKind>(word.kind);
      if (kind != BylineWordKind::by && kind != BylineWordKind::role &&
          kind != BylineWordKind::label)
        continue;
      WordRuns runs{word.phrase};
      std::string_view run;
      if (!runs.next(run)) continue;
      first_runs_.push_back(hash_of_lower(run));
      sieve_.add(run);
    }
    std::sort(first_runs_.begin(), first_runs_.end());
  }

  bool has(std::string_view run) const {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < kAsciiEnd; };
    // Beyond ASCII the lower case may have other bytes.
    if (!sieve_.may_hold(run) && std::all_of(run.begin(), run.end(), is_ascii)) return false;
    return std::binary_search(first_runs_.begin(), first_runs_.end(), hash_of_lower(run));
  }

 private:
  std::vector<std::uint64_t> first_runs_; // hashed and sorted
  PhraseSieve sieve_;
};

const Announcements& announcements() {
  static const Announcements kAnnouncements;
  return kAnnouncements;
}

bool may_be_unspaced(std::string_view line) {
  constexpr unsigned char kFirstByte = 0xE3;
  return std::any_of(line.begin(), line.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= kFirstByte; });
}

} // namespace

bool may_announce_names(std::string_view line) {
  if (may_be_unspaced(line)) return true;
  WordRuns runs{line};
  for (std::string_view run; runs.next(run);)
    if (announcements().has(run)) return true;
  return false;
}

bool may_begin_with_announcement(std::string_view line) {
  if (may_be_unspaced(line)) return true;
  std::string_view run;
  return WordRuns(line).next(run) && announcements().has(run);
}

} // namespace lectern
