#include "assemble/srcset.hpp"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#include "base/byte_set.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxSources = 48;
// CSS pixels of a reader's column on a screen of twice the density, rounded down to what sites
// offer.
constexpr int kOrdinaryWidth = 1200;
constexpr double kOrdinaryDensity = 2;
// A real picture as a data URL is longer than this; blurred previews and blanks are shorter.
constexpr std::size_t kMaxPlaceholderBytes = 4000;
constexpr int kMaxImageWidth = 20000;

bool ends_with_ignoring_case(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         equals_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

/// A number such as 1.5 at the begin of `text`. A double holds so many digits exactly, and what is
/// divided by a power of ten then is the nearest double. The C library's reader, which takes any
/// number, would be a fiftieth of the WebAssembly module.
double decimal_at_begin(std::string_view text) {
  constexpr int kExactDigits = 15;
  double digits = 0, divisor = 1;
  int count = 0;
  bool in_fraction = false;
  for (const char c : text) {
    if (c == '.' && !in_fraction) {
      in_fraction = true;
      continue;
    }
    if (!is_digit_char(c) || count == kExactDigits) break;
    digits = digits * 10 + (c - '0');
    if (in_fraction) divisor *= 10;
    if (digits > 0) ++count;
  }
  return digits / divisor;
}

void read_descriptor(std::string_view descriptor, ImageSource& source) {
  if (descriptor.size() < 2) return;
  const std::string number(descriptor.substr(0, descriptor.size() - 1));
  const char unit = ascii_lower(descriptor.back());
  if (unit == 'w') source.width = std::min(std::atoi(number.c_str()), kMaxImageWidth);
  if (unit == 'x') source.density = decimal_at_begin(number);
  if (source.width < 0) source.width = 0;
  if (!(source.density >= 0 && source.density < 100)) source.density = 0;
}

std::string_view path_of(std::string_view url) {
  static constexpr ByteSet kMarks("?#");
  const std::size_t query = kMarks.find_in(url);
  return query == std::string_view::npos ? url : url.substr(0, query);
}

// Removes a size mark at the end of a file name: "-1024x683", "_640", "@2x", "-scaled".
std::string_view without_size_mark(std::string_view name) {
  for (const std::string_view mark :
       {"-scaled", "@2x", "@3x", "_thumb", "_large", "_medium", "_small"}) {
    if (ends_with_ignoring_case(name, mark)) return name.substr(0, name.size() - mark.size());
  }
  std::size_t at = name.size();
  while (at > 0 && is_digit_char(name[at - 1])) --at;
  const bool has_height = at < name.size() && at > 0 && name[at - 1] == 'x';
  if (has_height) {
    std::size_t width = at - 1;
    while (width > 0 && is_digit_char(name[width - 1])) --width;
    if (width < at - 1 && width > 0 && (name[width - 1] == '-' || name[width - 1] == '_')) {
      return name.substr(0, width - 1);
    }
  }
  return name;
}

/// The smallest first, those that are alike in the page's order.
void insert_sorted(std::vector<ImageSource>& sources, ImageSource source) {
  auto place = sources.end();
  for (; place != sources.begin(); --place) {
    const ImageSource& before = *(place - 1);
    if (before.width != source.width ? before.width < source.width
                                     : before.density <= source.density)
      break;
  }
  sources.insert(place, std::move(source));
}

} // namespace

std::vector<ImageSource> parse_srcset(const Url& base, std::string_view srcset) {
  std::vector<ImageSource> sources;
  std::size_t at = 0;
  while (at < srcset.size() && sources.size() < kMaxSources) {
    while (at < srcset.size() && (is_ascii_space(srcset[at]) || srcset[at] == ',')) ++at;
    std::size_t end = at;
    while (end < srcset.size() && !is_ascii_space(srcset[end])) ++end;
    std::string_view url = srcset.substr(at, end - at);
    at = end;
    ImageSource source;
    if (!url.empty() && url.back() == ',') {
      while (!url.empty() && url.back() == ',') url.remove_suffix(1);
    } else {
      std::size_t comma = at;
      while (comma < srcset.size() && srcset[comma] != ',') ++comma;
      std::string_view descriptors = srcset.substr(at, comma - at);
      at = comma;
      while (!descriptors.empty()) {
        descriptors = trim(descriptors);
        const std::size_t space = std::min(descriptors.find(' '), descriptors.size());
        read_descriptor(descriptors.substr(0, space), source);
        descriptors.remove_prefix(space);
      }
    }
    if (url.empty() || looks_like_placeholder(url)) continue;
    source.url = safe_image(base, url);
    if (!source.url.empty()) insert_sorted(sources, std::move(source));
  }
  return sources;
}

const ImageSource* best_source(const std::vector<ImageSource>& sources) {
  const ImageSource* best = nullptr;
  for (const ImageSource& source : sources) { // smallest first
    const bool is_enough =
        best != nullptr && (best->width >= kOrdinaryWidth || best->density >= kOrdinaryDensity);
    if (!is_enough) best = &source;
  }
  return best;
}

bool looks_like_srcset(std::string_view value) {
  value = trim(value);
  static constexpr ByteSet kSpaces(" \n\t");
  const std::size_t space = kSpaces.find_in(value);
  if (space == std::string_view::npos || space < 4) return false;
  if (value.find('/') == std::string_view::npos && value.find('.') == std::string_view::npos)
    return false;
  std::size_t at = space;
  while (at < value.size() && is_ascii_space(value[at])) ++at;
  const std::size_t digits = at;
  while (at < value.size() && (is_digit_char(value[at]) || value[at] == '.')) ++at;
  return at > digits && at < value.size() && (value[at] == 'w' || value[at] == 'x') &&
         (at + 1 == value.size() || value[at + 1] == ',' || is_ascii_space(value[at + 1]));
}

bool looks_like_image_url(std::string_view value) {
  value = trim(value);
  constexpr std::size_t kMaxAddressBytes = 4000;
  if (value.size() < 5 || value.size() > kMaxAddressBytes) return false;
  static constexpr ByteSet kNotInAddresses(" \t\n<>{}\"");
  if (kNotInAddresses.find_in(value) != std::string_view::npos) return false;
  const std::string_view path = path_of(value);
  for (const std::string_view suffix :
       {".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".jfif", ".bmp"}) {
    if (ends_with_ignoring_case(path, suffix)) return true;
  }
  return false;
}

bool looks_like_placeholder(std::string_view value) {
  value = trim(value);
  if (value.empty() || value == "#" || starts_with_ignoring_case(value, "about:")) return true;
  if (starts_with_ignoring_case(value, "data:")) {
    return value.size() < kMaxPlaceholderBytes ||
           starts_with_ignoring_case(value, "data:image/svg");
  }
  const std::string_view path = path_of(value);
  const std::size_t slash = path.rfind('/');
  // Whole names alone: "blank.gif", not "blanket.jpg".
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  name = name.substr(0, name.find('.'));
  static constexpr std::string_view kWords[] = {
      "placeholder", "spacer",  "blank",  "transparent", "lazyload",
      "lazy-load",   "loading", "grey",   "gray",        "pixel",
      "1x1",         "empty",   "trans",  "clear",       "dot",
      "px",          "preload", "loader", "fallback",    "lazy",
      "default",     "x"};
  for (const std::string_view word : kWords) {
    if (equals_ignoring_case(name, word)) return true;
  }
  if (!contains_ignoring_case(path, "placeholder")) return false;
  return contains_ignoring_case(path, "/placeholder") ||
         contains_ignoring_case(path, "lazy_placeholder") ||
         contains_ignoring_case(path, "grey-placeholder");
}

std::string image_identity(std::string_view url) {
  if (starts_with_ignoring_case(url, "data:"))
    return std::string(url.substr(0, kMaxPlaceholderBytes));
  std::string_view path = path_of(url);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  const std::string_view stem =
      without_size_mark(dot == std::string_view::npos ? name : name.substr(0, dot));
  // A short name says too little ("image.jpg", "1.png"): then the whole path counts.
  constexpr std::size_t kTellingNameBytes = 8;
  return ascii_lower(stem.size() >= kTellingNameBytes ? stem : path);
}

} // namespace lectern
