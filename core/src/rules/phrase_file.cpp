#include "rules/phrase_file.hpp"

#include <algorithm>
#include <charconv>

namespace lectern {
namespace {

constexpr std::string_view kFormat = "lectern phrases 1";
constexpr std::size_t kMostSegments = 0xFFFF - kFirstNodeTarget;

std::optional<Lexicon> lexicon_named(std::string_view name) {
  for (std::size_t i = 0; i < kLexiconCount; ++i) {
    if (name_of(static_cast<Lexicon>(i)) == name) return static_cast<Lexicon>(i);
  }
  return std::nullopt;
}

std::optional<PhraseTarget> read_target(std::string_view text,
                                        const std::vector<Lexicon>& lexicons) {
  if (text.empty()) return std::nullopt;
  if (text[0] >= '0' && text[0] <= '9') {
    std::size_t node = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), node);
    if (read.ptr != text.data() + text.size() || node >= kMostSegments) return std::nullopt;
    return to_node(node);
  }
  const auto at = static_cast<std::size_t>(text[0] - 'a');
  const std::string_view end = text.substr(1);
  if (at >= lexicons.size() || (!end.empty() && end != "$")) return std::nullopt;
  return to_lexicon(lexicons[at], !end.empty());
}

} // namespace

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t length = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, length);
  text.remove_prefix(std::min(length + 1, text.size()));
  return part;
}

std::optional<PhraseFile> PhraseFile::read(std::string_view text) {
  if (take_until(text, '\n') != kFormat) return std::nullopt;
  std::vector<Lexicon> lexicons;
  for (std::string_view names = take_until(text, '\n'); !names.empty();) {
    const std::optional<Lexicon> lexicon = lexicon_named(take_until(names, ' '));
    if (!lexicon) return std::nullopt;
    lexicons.push_back(*lexicon);
  }
  PhraseFile file;
  for (std::string_view stems = take_until(text, '\n'); !stems.empty();)
    file.stems.push_back(take_until(stems, ' '));
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    if (line.empty()) return std::nullopt;
    const char sign = line[0];
    line.remove_prefix(1);
    const std::optional<PhraseTarget> target = read_target(take_until(line, ' '), lexicons);
    if (!target) return std::nullopt;
    PhraseSegments segments;
    segments.target = *target;
    segments.alternatives = line;
    segments.gap_before = sign == '*';
    if (sign == '^') segments.anchor = StartAnchor::line;
    if (sign == '~') segments.anchor = StartAnchor::sentence;
    const bool is_first = sign == '=' || sign == '^' || sign == '~';
    if (!is_first && sign != '+' && sign != '*') return std::nullopt;
    (is_first ? file.first : file.later).push_back(segments);
  }
  for (const auto* list : {&file.first, &file.later}) {
    for (const PhraseSegments& segments : *list)
      if (segments.target >= to_node(file.later.size())) return std::nullopt;
  }
  return file;
}

} // namespace lectern
