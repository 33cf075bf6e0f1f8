// Ids of the page are never passed on: a place that something links to gets an id of ours. A link
// is a note reference when it says no more than a mark ("1", "[a]", "*") and leads to a list item
// or a paragraph further down.

#include "assemble/article_links.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "assemble/inlines.hpp"
#include "assemble/markup_hints.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxMarkBytes = 8;
// Sites that show their users' markup put this in front of ids, and their scripts look for it.
constexpr std::string_view kClobberPrefix = "user-content-";

std::string percent_decoded(std::string_view text) {
  const auto value = [](char c) {
    const char lower = ascii_lower(c);
    return c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escape = text[at] == '%' && at + 2 < text.size() && value(text[at + 1]) >= 0 &&
                           value(text[at + 2]) >= 0;
    out += is_escape ? static_cast<char>(value(text[at + 1]) * 16 + value(text[at + 2])) : text[at];
    if (is_escape) at += 2;
  }
  return out;
}

template <typename Visit>
void each_inlines(std::vector<ArticleBlock>& blocks, Visit visit) {
  for (ArticleBlock& block : blocks) {
    visit(block, block.content);
    visit(block, block.caption);
    visit(block, block.credit);
    for (TableRow& row : block.rows) {
      for (TableCell& cell : row.cells) visit(block, cell.content);
    }
  }
}

bool leads_to_place(const Inline& part) {
  return part.type == Inline::Type::open && part.tag == InlineTag::link && !part.url.empty() &&
         part.url.front() == '#';
}

// Where the element that `inlines[open]` opens is closed.
std::size_t close_of(const Inlines& inlines, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < inlines.size(); ++at) {
    if (inlines[at].type == Inline::Type::open) ++depth;
    if (inlines[at].type == Inline::Type::close && --depth == 0) return at;
  }
  return inlines.size() - 1;
}

// "[1]" and "(1)" without their brackets.
std::string_view bare_mark(std::string_view text) {
  text = trim(text);
  while (text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                             (text.front() == '(' && text.back() == ')'))) {
    text = trim(text.substr(1, text.size() - 2));
  }
  return text;
}

bool is_note_mark(std::string_view text) {
  const std::string_view mark = bare_mark(text);
  if (mark.empty() || mark.size() > kMaxMarkBytes) return false;
  int letters = 0;
  for (std::size_t at = 0; at < mark.size();) {
    const char32_t c = next_code_point(mark, at);
    if (is_space(c)) return false;
    if (is_letter(c)) ++letters;
  }
  constexpr int kMaxLetters = 2; // "a", "ii", "n1"
  return letters <= kMaxLetters;
}

class LinkConnector {
 public:
  LinkConnector(const Page& page, const Document& document, ContainerForest& forest,
                Article& article)
      : page_(page), document_(document), forest_(forest), article_(article) {}

  void connect() {
    find_places();
    find_notes();
    each_inlines(article_.blocks,
                 [&](ArticleBlock& block, Inlines& inlines) { rewrite(block, inlines); });
    each_inlines(article_.removed,
                 [&](ArticleBlock& block, Inlines& inlines) { rewrite(block, inlines); });
    make_notes();
  }

 private:
  struct Place {
    NodeId element = kNoNode;
    int block = -1;          // index into article.blocks
    std::string note_anchor; // of a footnote
  };

  void find_places() {
    const auto want = [&](ArticleBlock&, Inlines& inlines) {
      for (const Inline& part : inlines) {
        if (leads_to_place(part))
          places_.try_emplace(percent_decoded(std::string_view(part.url).substr(1)));
      }
    };
    each_inlines(article_.blocks, want);
    each_inlines(article_.removed, want);
    if (places_.empty() || forest_.root() == kNoNode) return;
    const Dom& dom = page_.dom;
    for (NodeId node = 0; node < dom.size(); ++node) {
      if (dom.is_text(node) || dom[node].attribute_count == 0) continue;
      for (const std::string_view name : {"id", "name"}) {
        if (name == "name" && dom.tag(node) != Tag::a) continue;
        const std::string_view value = dom.attribute(node, name);
        if (value.empty()) continue;
        auto place = places_.find(std::string(value));
        if (place == places_.end() && value.substr(0, kClobberPrefix.size()) == kClobberPrefix)
          place = places_.find(std::string(value.substr(kClobberPrefix.size())));
        if (place != places_.end() && place->second.element == kNoNode)
          place->second.element = node;
      }
    }
    for (auto& [name, place] : places_) {
      if (place.element != kNoNode) place.element = heading_before(place.element);
      if (place.element != kNoNode) place.block = block_at(place.element);
    }
  }

  // An empty link behind a heading, in the heading's own box, is the heading's anchor.
  NodeId heading_before(NodeId element) const {
    const Dom& dom = page_.dom;
    if (dom.tag(element) != Tag::a) return element;
    std::string text;
    dom.append_text(element, text);
    const NodeId box = dom.parent(element);
    if (!trim(text).empty() || box == kNoNode) return element;
    NodeId heading = kNoNode;
    int count = 0;
    for (NodeId child = dom.first_child(box); child != kNoNode; child = dom.next_sibling(child)) {
      if (dom.is_text(child)) continue;
      ++count;
      const bool is_heading = dom.tag(child) >= Tag::h1 && dom.tag(child) <= Tag::h6;
      if (is_heading && child < element) heading = child;
    }
    constexpr int kHeadingAndAnchor = 2;
    return heading != kNoNode && count == kHeadingAndAnchor ? heading : element;
  }

  const Block& source_of(const ArticleBlock& block) const {
    return document_.blocks[static_cast<std::size_t>(block.id)];
  }

  // The block that shows the element: the first one that ends behind its start. An empty element
  // marks what follows it; one that holds text which is not shown marks nothing.
  int block_at(NodeId element) const {
    const auto found = std::partition_point(
        article_.blocks.begin(), article_.blocks.end(), [&](const ArticleBlock& block) {
          const Block& source = source_of(block);
          return source.last == kNoNode || source.last <= element;
        });
    if (found == article_.blocks.end()) return -1;
    const Block& source = source_of(*found);
    const bool is_inside =
        source.first < page_.dom.end(element) || page_.dom.contains(source.node, element);
    if (!is_inside) {
      std::string text;
      page_.dom.append_text(element, text);
      const bool is_near = !trim(text).empty() || !page_.dom.contains(forest_.root(), element);
      if (is_near) return -1;
    }
    return static_cast<int>(found - article_.blocks.begin());
  }

  Place* place_of(const Inline& part) {
    const auto found = places_.find(percent_decoded(std::string_view(part.url).substr(1)));
    return found != places_.end() && found->second.block >= 0 ? &found->second : nullptr;
  }

  void find_notes() {
    int number = 0;
    each_inlines(article_.blocks, [&](ArticleBlock& block, Inlines& inlines) {
      for (std::size_t at = 0; at < inlines.size(); ++at) {
        if (!leads_to_place(inlines[at])) continue;
        Place* place = place_of(inlines[at]);
        if (place == nullptr || !is_note_link(block, inlines, at, *place)) continue;
        note_of_reference(block.id, place->block);
        if (place->note_anchor.empty()) place->note_anchor = "note-" + std::to_string(++number);
      }
    });
  }

  bool is_note_link(const ArticleBlock& block, const Inlines& inlines, std::size_t open,
                    const Place& place) const {
    const ArticleBlock& target = article_.blocks[static_cast<std::size_t>(place.block)];
    if (target.id <= block.id || target.kind == Kind::heading || target.kind == Kind::figure)
      return false;
    const Inlines inside(inlines.begin() + static_cast<std::ptrdiff_t>(open),
                         inlines.begin() + static_cast<std::ptrdiff_t>(close_of(inlines, open)));
    const std::string text = text_of(inside);
    if (!is_note_mark(text)) return false;
    const bool is_raised = open > 0 && inlines[open - 1].type == Inline::Type::open &&
                           inlines[open - 1].tag == InlineTag::sup;
    const bool holds_raised = inside.size() > 1 && inside[1].type == Inline::Type::open &&
                              inside[1].tag == InlineTag::sup;
    const bool is_bracketed = bare_mark(text).size() < trim(text).size();
    const std::string_view name = inlines[open].url;
    return is_raised || holds_raised || is_bracketed || contains_ignoring_case(name, "note") ||
           contains_ignoring_case(name, "fn") || contains_ignoring_case(name, "ref");
  }

  // A link in a note that leads back to where it is referred to.
  bool is_way_back(const ArticleBlock& block, const Place& place, std::string_view text) const {
    const auto index = static_cast<std::size_t>(&block - article_.blocks.data());
    if (index >= article_.blocks.size()) return false;
    const int target = article_.blocks[static_cast<std::size_t>(place.block)].id;
    if (target >= block.id) return false;
    const auto note = first_notes_.find(target);
    if (note == first_notes_.end() || note->second > static_cast<int>(index)) return false;
    return is_note_mark(text) || count_tokens(text) <= 1;
  }

  void note_of_reference(int reference, int note) {
    if (source_of(article_.blocks[static_cast<std::size_t>(note)]).node == kNoNode) return;
    const auto [first, is_new] = first_notes_.emplace(reference, note);
    if (!is_new) first->second = std::min(first->second, note);
  }

  void rewrite(ArticleBlock& block, Inlines& inlines) {
    const bool has_places = std::any_of(inlines.begin(), inlines.end(), leads_to_place);
    if (!has_places) return;
    Inlines out;
    out.reserve(inlines.size());
    std::vector<bool> is_gone(inlines.size()); // the close of a link that leads nowhere
    for (std::size_t at = 0; at < inlines.size(); ++at) {
      if (is_gone[at]) continue;
      if (!leads_to_place(inlines[at])) {
        out.push_back(std::move(inlines[at]));
        continue;
      }
      const std::size_t close = close_of(inlines, at);
      Place* place = place_of(inlines[at]);
      const std::string text =
          text_of(Inlines(inlines.begin() + static_cast<std::ptrdiff_t>(at),
                          inlines.begin() + static_cast<std::ptrdiff_t>(close)));
      if (place != nullptr && !place->note_anchor.empty() && is_note_mark(text)) {
        Inline reference;
        reference.type = Inline::Type::note_reference;
        reference.text = std::string(bare_mark(text));
        reference.url = "#" + place->note_anchor;
        at = unwrap_sup(out, inlines, close);
        out.push_back(std::move(reference));
      } else if (place != nullptr && is_way_back(block, *place, text)) {
        at = unwrap_sup(out, inlines, close);
      } else {
        inlines[at].url =
            place != nullptr ? "#" + anchor_of(*place) : safe_link(page_.base, inlines[at].url);
        if (inlines[at].url.empty()) { // nowhere to go: the text alone
          is_gone[close] = true;
        } else {
          out.push_back(std::move(inlines[at]));
        }
      }
    }
    inlines = std::move(out);
  }

  // A reference is raised by itself: the `sup` around the link goes. Returns the last part that is
  // done.
  static std::size_t unwrap_sup(Inlines& out, const Inlines& inlines, std::size_t close) {
    const bool is_wrapped = !out.empty() && out.back().type == Inline::Type::open &&
                            out.back().tag == InlineTag::sup && close + 1 < inlines.size() &&
                            inlines[close + 1].type == Inline::Type::close &&
                            inlines[close + 1].tag == InlineTag::sup;
    if (!is_wrapped) return close;
    out.pop_back();
    return close + 1;
  }

  const std::string& anchor_of(const Place& place) {
    ArticleBlock& block = article_.blocks[static_cast<std::size_t>(place.block)];
    if (block.anchor.empty()) block.anchor = "section-" + std::to_string(++sections_);
    return block.anchor;
  }

  void make_notes() {
    std::vector<std::pair<int, const Place*>> notes;
    for (const auto& [name, place] : places_) {
      if (!place.note_anchor.empty()) notes.emplace_back(place.block, &place);
    }
    std::sort(notes.begin(), notes.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    int loose_list = -1;
    int last_loose = -2;
    for (const auto& [index, place] : notes) {
      ArticleBlock& block = article_.blocks[static_cast<std::size_t>(index)];
      drop_empty_elements(block.content);
      trim_note(block.content);
      const int item = item_of(block.container);
      if (item >= 0) {
        std::vector<Container>& containers = forest_.containers();
        Container& found = containers[static_cast<std::size_t>(item)];
        if (found.anchor.empty()) found.anchor = place->note_anchor;
        if (found.parent >= 0)
          containers[static_cast<std::size_t>(found.parent)].type = Container::Type::notes;
        continue;
      }
      // Notes that are paragraphs: one list for those that follow each other.
      if (index != last_loose + 1) {
        Container list;
        list.type = Container::Type::notes;
        list.parent = block.container;
        loose_list = forest_.add(std::move(list));
      }
      last_loose = index;
      Container note;
      note.type = Container::Type::list_item;
      note.parent = loose_list;
      note.anchor = place->note_anchor;
      block.container = forest_.add(std::move(note));
      drop_leading_mark(block.content);
      last_loose = take_rest_of_note(index, *place);
    }
    article_.blocks.erase(
        std::remove_if(article_.blocks.begin(), article_.blocks.end(), is_left_over_mark),
        article_.blocks.end());
    join_lists_of_notes();
  }

  // Lists of notes that follow each other count on.
  void join_lists_of_notes() {
    std::vector<Container>& containers = forest_.containers();
    int last = -1; // the list of notes that the block before stands in
    for (const ArticleBlock& block : article_.blocks) {
      const int item = item_of(block.container);
      const int list = item >= 0 ? containers[static_cast<std::size_t>(item)].parent : -1;
      const bool is_notes =
          list >= 0 && containers[static_cast<std::size_t>(list)].type == Container::Type::notes;
      if (is_notes && last >= 0 && list != last &&
          containers[static_cast<std::size_t>(list)].parent ==
              containers[static_cast<std::size_t>(last)].parent) {
        containers[static_cast<std::size_t>(item)].parent = last;
        continue;
      }
      last = is_notes ? list : -1;
    }
  }

  // The place was the note's number alone: what stands beside it is the note. Returns the index of
  // the last block that is part of it.
  int take_rest_of_note(int index, const Place& place) {
    const ArticleBlock& first = article_.blocks[static_cast<std::size_t>(index)];
    if (!is_blank(first.content)) return index;
    const NodeId box = page_.dom.parent(place.element);
    int last = index;
    while (static_cast<std::size_t>(last) + 1 < article_.blocks.size()) {
      ArticleBlock& next = article_.blocks[static_cast<std::size_t>(last) + 1];
      if (!page_.dom.contains(box, source_of(next).first)) break;
      next.container = first.container;
      ++last;
    }
    return last;
  }

  // A note's number, of which nothing is left once the list counts.
  static bool is_left_over_mark(const ArticleBlock& block) {
    return block.kind != Kind::divider && is_blank(block.content) && is_blank(block.caption) &&
           is_blank(block.credit) && block.images.empty() && block.rows.empty() &&
           block.embed.url.empty();
  }

  // Emphasis around a link that led back and is gone.
  static void drop_empty_elements(Inlines& content) {
    for (std::size_t at = 0; at + 1 < content.size();) {
      const bool is_empty =
          content[at].type == Inline::Type::open && content[at + 1].type == Inline::Type::close;
      if (!is_empty) {
        ++at;
        continue;
      }
      content.erase(content.begin() + static_cast<std::ptrdiff_t>(at),
                    content.begin() + static_cast<std::ptrdiff_t>(at) + 2);
      if (at > 0) --at;
    }
    // What stood around it is one run of text again.
    for (std::size_t at = 0; at + 1 < content.size();) {
      const bool joins =
          content[at].type == Inline::Type::text && content[at + 1].type == Inline::Type::text;
      if (joins) {
        content[at].text += content[at + 1].text;
        content.erase(content.begin() + static_cast<std::ptrdiff_t>(at) + 1);
      } else {
        ++at;
      }
    }
  }

  int item_of(int container) const {
    const std::vector<Container>& containers = forest_.containers();
    for (; container >= 0; container = containers[static_cast<std::size_t>(container)].parent) {
      const Container& candidate = containers[static_cast<std::size_t>(container)];
      if (candidate.type == Container::Type::list_item) return container;
    }
    return -1;
  }

  // What is left around a link that led back: spaces, "^".
  static void trim_note(Inlines& content) {
    while (!content.empty() && content.back().type == Inline::Type::text &&
           trim(content.back().text).empty())
      content.pop_back();
    if (!content.empty() && content.back().type == Inline::Type::text) {
      std::string& text = content.back().text;
      text.resize(text.find_last_not_of(' ') + 1);
    }
    if (content.empty() || content.front().type != Inline::Type::text) return;
    std::string& text = content.front().text;
    const std::size_t begin = text.find_first_not_of(" ^");
    text.erase(0, begin == std::string::npos ? text.size() : begin);
    if (text.empty()) content.erase(content.begin());
  }

  // The note's own number: the list counts.
  static void drop_leading_mark(Inlines& content) {
    if (content.empty() || content.front().type != Inline::Type::text) return;
    std::string& text = content.front().text;
    std::size_t at = 0;
    while (at < text.size() &&
           (text[at] == '[' || text[at] == '(' || (text[at] >= '0' && text[at] <= '9')))
      ++at;
    if (at == 0) return;
    while (at < text.size() && (text[at] == ']' || text[at] == ')' || text[at] == '.' ||
                                text[at] == ' ' || text[at] == ':'))
      ++at;
    if (at < text.size()) text.erase(0, at);
  }

  const Page& page_;
  const Document& document_;
  ContainerForest& forest_;
  Article& article_;
  std::unordered_map<std::string, Place> places_;
  std::unordered_map<int, int> first_notes_; // block that refers to notes: the first one's index
  int sections_ = 0;
};

} // namespace

void connect_links(const Page& page, const Document& document, ContainerForest& forest,
                   Article& article) {
  if (page.dom.size() == 0) return;
  LinkConnector(page, document, forest, article).connect();
}

} // namespace lectern
