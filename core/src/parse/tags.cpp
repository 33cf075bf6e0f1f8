#include "parse/tags.hpp"

#include <array>
#include <cstddef>

namespace lectern {
namespace {

constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::count_);

// In the order of `Tag`.
constexpr std::array<std::string_view, kTagCount> kNames = {
    "text",       "unknown",  "foreign",  "a",          "abbr",     "acronym",  "address",
    "amp-img",    "area",     "article",  "aside",      "audio",    "b",        "base",
    "bdi",        "bdo",      "big",      "blockquote", "body",     "br",       "button",
    "canvas",     "caption",  "center",   "cite",       "code",     "col",      "colgroup",
    "data",       "datalist", "dd",       "del",        "details",  "dfn",      "dialog",
    "dir",        "div",      "dl",       "dt",         "em",       "embed",    "fieldset",
    "figcaption", "figure",   "font",     "footer",     "form",     "frame",    "frameset",
    "h1",         "h2",       "h3",       "h4",         "h5",       "h6",       "head",
    "header",     "hgroup",   "hr",       "html",       "i",        "iframe",   "img",
    "input",      "ins",      "kbd",      "label",      "legend",   "li",       "link",
    "main",       "map",      "mark",     "math",       "menu",     "meta",     "meter",
    "nav",        "nobr",     "noscript", "object",     "ol",       "optgroup", "option",
    "output",     "p",        "param",    "picture",    "pre",      "progress", "q",
    "rb",         "rp",       "rt",       "rtc",        "ruby",     "s",        "samp",
    "script",     "search",   "section",  "select",     "slot",     "small",    "source",
    "span",       "strike",   "strong",   "style",      "sub",      "summary",  "sup",
    "svg",        "table",    "tbody",    "td",         "template", "textarea", "tfoot",
    "th",         "thead",    "time",     "title",      "tr",       "track",    "tt",
    "u",          "ul",       "var",      "video",      "wbr"};
static_assert(kNames[static_cast<std::size_t>(Tag::wbr)] == "wbr" &&
                  kNames[static_cast<std::size_t>(Tag::main)] == "main" &&
                  kNames[static_cast<std::size_t>(Tag::section)] == "section",
              "the names follow the enumerators");

// An open-addressed table of names, filled when compiling; 0 is a free slot.
constexpr std::size_t kSlots = 512;

constexpr std::size_t slot_of(std::string_view name) {
  std::size_t hash = name.size();
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return (hash ^ (hash >> 9)) % kSlots;
}

constexpr std::size_t kFirstElement = static_cast<std::size_t>(Tag::a);

constexpr std::array<std::uint8_t, kSlots> make_slots() {
  std::array<std::uint8_t, kSlots> slots{};
  for (std::size_t tag = kFirstElement; tag < kTagCount; ++tag) {
    std::size_t slot = slot_of(kNames[tag]);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint8_t>(tag);
  }
  return slots;
}

constexpr std::array<std::uint8_t, kSlots> kSlotTags = make_slots();
constexpr std::size_t kLongestName = 10;

} // namespace

Tag tag_named(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return Tag::unknown;
  for (std::size_t slot = slot_of(name); kSlotTags[slot] != 0; slot = (slot + 1) % kSlots) {
    if (kNames[kSlotTags[slot]] == name) return static_cast<Tag>(kSlotTags[slot]);
  }
  return Tag::unknown;
}

std::string_view name_of(Tag tag) {
  return tag < Tag::count_ ? kNames[static_cast<std::size_t>(tag)] : "";
}

} // namespace lectern
