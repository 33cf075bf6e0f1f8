#include "document/text_lists.hpp"

#include <string_view>

#include "document/line_form.hpp"

namespace lectern {
namespace {

constexpr int kMinWordsOfLoneItem = 4;
constexpr char32_t kRoundBullet = 0x2022;

struct TextLists {
  Document& document;
  const std::vector<LineMark>& marks;

  void settle();
  bool is_next_item(std::size_t begin, std::size_t at) const;
  bool is_list(std::size_t begin, std::size_t end) const;
  bool is_dialogue(std::size_t begin, std::size_t end) const;
  std::string_view text_of(std::size_t block) const;
  void make_item(std::size_t i);
};

void TextLists::settle() {
  std::size_t begin = 0;
  while (begin < marks.size()) {
    std::size_t end = begin + 1;
    while (end < marks.size() && is_next_item(begin, end)) ++end;
    if (is_list(begin, end)) {
      for (std::size_t i = begin; i < end; ++i) make_item(i);
    }
    begin = end;
  }
}

bool TextLists::is_next_item(std::size_t begin, std::size_t at) const {
  if (marks[begin].type != marks[at].type || marks[begin].sign != marks[at].sign) return false;
  return marks[at].type != LineMark::Type::number || marks[at].number == marks[at - 1].number + 1;
}

bool TextLists::is_list(std::size_t begin, std::size_t end) const {
  const std::size_t items = end - begin;
  switch (marks[begin].type) {
    case LineMark::Type::number:
      return items >= 2;
    case LineMark::Type::bullet:
      return items >= 2 || (marks[begin].sign == kRoundBullet &&
                            count_words(text_of(begin)) > kMinWordsOfLoneItem);
    case LineMark::Type::dash:
      return items >= 2 && !is_dialogue(begin, end);
    default:
      return false;
  }
}

// Speech opens with a dash in many languages, each speaker in a paragraph.
bool TextLists::is_dialogue(std::size_t begin, std::size_t end) const {
  const bool is_hyphen = marks[begin].sign == U'-';
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view text = text_of(i);
    if (text.find(" \xE2\x80\x93 ") != std::string_view::npos ||
        text.find(" \xE2\x80\x94 ") != std::string_view::npos) {
      return true;
    }
    const bool is_loose = i != begin && document.blocks[i].lines_before != 0;
    if (!is_hyphen && is_loose && ends_sentence(text)) return true;
  }
  return marks[begin].sign == 0x2014;
}

std::string_view TextLists::text_of(std::size_t block) const {
  return document.text_of(document.blocks[block]);
}

void TextLists::make_item(std::size_t i) {
  Block& block = document.blocks[i];
  const std::string_view text = document.text_of(block);
  const std::uint32_t mark = mark_of(text).length;
  if (block.shape != Shape::paragraph || mark >= block.text_length) return;
  block.shape = Shape::list_item;
  block.list_number = marks[i].type == LineMark::Type::number ? marks[i].number : std::uint16_t{0};
  block.text_begin += mark;
  block.text_length -= mark;
}

} // namespace

void settle_text_lists(Document& document, const std::vector<LineMark>& marks) {
  TextLists{document, marks}.settle();
}

} // namespace lectern
