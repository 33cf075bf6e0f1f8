#pragma once
// What the class names and ids of an element hint at. Data: core/data/class_names.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lectern {

enum class Hint : std::uint8_t {
  related,
  ad,
  newsletter,
  share,
  caption,
  comment,
  author,
  nav,
  footer,
  sidebar,
  article,
  content,
  body,
  entry,
  post,
  story,
  text,
  title,
  dek,
  tag,
  meta,
  list,
  overlay,
  media,
  quote,
  hidden,
  header,
  links,
  paywall,
  byline,
  date,
  consent,
  promo_card,
  audio_player,
  embed,
  toc,
  gallery,
  print,
  breadcrumb,
  pullquote,
  factbox,
  live,
};
constexpr std::size_t kHintCount = 42;

constexpr std::uint64_t bit_of(Hint hint) {
  return std::uint64_t{1} << static_cast<unsigned>(hint);
}
constexpr bool has_hint(std::uint64_t hints, Hint hint) { return (hints & bit_of(hint)) != 0; }

/// The hints of an attribute value, or of several joined by spaces, as a set of `bit_of` bits.
/// Whole words count, after splitting at what is no letter or digit and at camelCase humps, and
/// pairs of neighbouring words; a hint inside a word ("hero" in "heroine") does not.
std::uint64_t hints_of(std::string_view names);

/// The name of the data file of a hint, such as "promo_card".
std::string_view name_of(Hint hint);

} // namespace lectern
