#include "render/html_parts.hpp"

#include "base/byte_scan.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "render/allowed_markup.hpp"

namespace lectern {
namespace {

// Copies runs between the few characters that need a reference.
template <typename ReplacementOf>
void append_replacing(std::string& out, std::string_view text, ReplacementOf replacement_of) {
  std::size_t run = 0;
  for (std::size_t i = 0; (i = find_markup_special(text, i)) < text.size(); ++i) {
    const std::string_view replacement = replacement_of(text[i]);
    if (replacement.empty()) continue;
    out.append(text.substr(run, i - run)).append(replacement);
    run = i + 1;
  }
  out.append(text.substr(run));
}

// A candidate list is parsed by white space and commas, so an address that has them at the wrong
// place cannot stand in one.
bool fits_source_list(std::string_view url) {
  static constexpr ByteSet kSpaces(" \t\r\n\f");
  return !url.empty() && url.front() != ',' && url.back() != ',' &&
         kSpaces.find_in(url) == std::string_view::npos;
}

// A density in hundredths, written without a locale: 1.5 gives "1.5".
void append_hundredths(std::string& out, double value) {
  const long hundredths = static_cast<long>(value * 100 + 0.5);
  out += std::to_string(hundredths / 100);
  const long rest = hundredths % 100;
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void append_source_set(std::string& out, const std::vector<ImageSource>& sources) {
  std::string list;
  for (const ImageSource& source : sources) {
    if (!fits_source_list(source.url) || !is_allowed_address(source.url, true)) continue;
    if (source.width <= 0 && source.density <= 0) continue;
    if (!list.empty()) list += ", ";
    list += source.url;
    list += ' ';
    if (source.width > 0) {
      list += std::to_string(source.width);
      list += 'w';
    } else {
      append_hundredths(list, source.density);
      list += 'x';
    }
  }
  if (!list.empty()) append_attribute(out, "srcset", list);
}

/// What stands for a character that would be read as markup; empty for one that stands for itself.
std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return {};
  }
}

} // namespace

void append_escaped(std::string& out, std::string_view text) {
  append_replacing(out, text, reference_for);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_replacing(out, value,
                   [](char c) { return c == '"' ? std::string_view("&quot;") : reference_for(c); });
  out += '"';
}

void append_attribute(std::string& out, std::string_view name, int value) {
  append_attribute(out, name, std::string_view(std::to_string(value)));
}

// Ours are words and a number ("note-3"): none may shadow a name of the page that shows them.
bool is_own_id(std::string_view anchor) {
  const std::size_t dash = anchor.rfind('-');
  return dash != std::string_view::npos && dash > 0 && dash + 1 < anchor.size() &&
         anchor.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
             std::string_view::npos &&
         anchor.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
}

void append_id(std::string& out, std::string_view anchor) {
  if (is_own_id(anchor)) append_attribute(out, "id", anchor);
}

void append_address(std::string& out, std::string_view name, std::string_view url) {
  std::string encoded(url);
  for (std::size_t at = 0; (at = encoded.find(' ', at)) != std::string::npos;)
    encoded.replace(at, 1, "%20");
  append_attribute(out, name, encoded);
}

bool is_direction(std::string_view direction) {
  return direction == "ltr" || direction == "rtl" || direction == "auto";
}

void append_language(std::string& out, std::string_view language, std::string_view direction) {
  if (is_language_tag(language)) append_attribute(out, "lang", language);
  if (is_direction(direction)) append_attribute(out, "dir", direction);
}

std::string NoteLinks::claim_id(std::string_view anchor) {
  if (index_ == nullptr || index_->number_of(anchor) == 0) return {};
  return reference_id(anchor, ++claimed_[std::string(anchor)]);
}

std::string NoteLinks::reference_id(std::string_view anchor, int number) {
  // The number stands where no anchor can have put it.
  return (number == 1 ? "ref-" : "ref" + std::to_string(number) + "-") + std::string(anchor);
}

void append_image_html(std::string& out, const Image& image) {
  if (!is_allowed_address(image.url, true)) return;
  const bool is_linked = is_allowed_address(image.link, false);
  if (is_linked) {
    out += "<a";
    append_address(out, "href", image.link);
    out += '>';
  }
  out += "<img";
  append_address(out, "src", image.url);
  append_source_set(out, image.sources);
  append_attribute(out, "alt", image.alt);
  if (image.width > 0) append_attribute(out, "width", image.width);
  if (image.height > 0) append_attribute(out, "height", image.height);
  out += is_linked ? "></a>" : ">";
}

} // namespace lectern
