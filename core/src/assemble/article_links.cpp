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
#include "assemble/link_places.hpp"
#include "assemble/markup_hints.hpp"
#include "assemble/note_text.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

// Where the element that `inlines[open]` opens is closed.
std::size_t close_of(const Inlines& inlines, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < inlines.size(); ++at) {
    if (inlines[at].type == Inline::Type::open) ++depth;
    if (inlines[at].type == Inline::Type::close && --depth == 0) return at;
  }
  return inlines.size() - 1;
}

// The element that is open behind the last part, or nothing. Looked for near by only: a paragraph
// may have thousands of parts, a mark of notes has a few.
const Inline* innermost_open(const Inlines& inlines, std::size_t end) {
  constexpr std::size_t kMaxPartsBack = 64;
  const std::size_t begin = end < kMaxPartsBack ? 0 : end - kMaxPartsBack;
  int depth = 0;
  for (std::size_t at = end; at-- > begin;) {
    if (inlines[at].type == Inline::Type::close) ++depth;
    if (inlines[at].type == Inline::Type::open && depth-- == 0) return &inlines[at];
  }
  return nullptr;
}

bool is_inside_sup(const Inlines& inlines, std::size_t end) {
  const Inline* const open = innermost_open(inlines, end);
  return open != nullptr && open->tag == InlineTag::sup;
}

bool is_empty_sup(const Inline& first, const Inline& second) {
  return first.type == Inline::Type::open && second.type == Inline::Type::close &&
         first.tag == InlineTag::sup && second.tag == InlineTag::sup;
}

Inlines without_empty_sups(Inlines inlines) {
  Inlines rest;
  rest.reserve(inlines.size());
  for (Inline& part : inlines) {
    if (!rest.empty() && is_empty_sup(rest.back(), part))
      rest.pop_back();
    else
      rest.push_back(std::move(part));
  }
  return rest;
}

class LinkConnector {
 public:
  LinkConnector(const Page& page, const Document& document, ContainerForest& forest,
                Article& article)
      : page_(page),
        document_(document),
        forest_(forest),
        article_(article),
        places_(page, document, forest.root(), article) {}

  void connect() {
    find_notes();
    each_inlines(article_.blocks,
                 [&](ArticleBlock& block, Inlines& inlines) { rewrite(block, inlines); });
    each_inlines(article_.removed,
                 [&](ArticleBlock& block, Inlines& inlines) { rewrite(block, inlines); });
    make_notes();
  }

 private:
  void find_notes() {
    int number = 0;
    each_inlines(article_.blocks, [&](ArticleBlock& block, Inlines& inlines) {
      for (std::size_t at = 0; at < inlines.size(); ++at) {
        if (!leads_to_place(inlines[at])) continue;
        LinkPlace* place = places_.of(inlines[at]);
        if (place == nullptr || !is_note_link(block, inlines, at, *place)) continue;
        note_of_reference(block.id, place->block);
        if (place->note_anchor.empty()) place->note_anchor = "note-" + std::to_string(++number);
      }
    });
  }

  bool is_note_link(const ArticleBlock& block, const Inlines& inlines, std::size_t open,
                    const LinkPlace& place) const {
    const ArticleBlock& target = article_.blocks[static_cast<std::size_t>(place.block)];
    if (target.id <= block.id || target.kind == Kind::heading || target.kind == Kind::figure)
      return false;
    const Inlines inside(inlines.begin() + static_cast<std::ptrdiff_t>(open),
                         inlines.begin() + static_cast<std::ptrdiff_t>(close_of(inlines, open)));
    const std::string text = text_of(inside);
    if (!is_note_mark(text)) return false;
    const bool is_raised = is_inside_sup(inlines, open);
    const bool holds_raised = inside.size() > 1 && inside[1].type == Inline::Type::open &&
                              inside[1].tag == InlineTag::sup;
    const bool is_bracketed = bare_mark(text).size() < trim(text).size();
    const std::string_view name = inlines[open].url;
    return is_raised || holds_raised || is_bracketed || contains_ignoring_case(name, "note") ||
           contains_ignoring_case(name, "fn") || contains_ignoring_case(name, "ref");
  }

  // A link in a note that leads back to where it is referred to.
  bool is_way_back(const ArticleBlock& block, const LinkPlace& place, std::string_view text) const {
    const auto index = static_cast<std::size_t>(&block - article_.blocks.data());
    if (index >= article_.blocks.size()) return false;
    const int target = article_.blocks[static_cast<std::size_t>(place.block)].id;
    if (target >= block.id) return false;
    const auto note = first_notes_.find(target);
    if (note == first_notes_.end() || note->second > static_cast<int>(index)) return false;
    return is_note_mark(text) || count_tokens(text) <= 1;
  }

  void note_of_reference(int reference, int note) {
    if (source_of(document_, article_.blocks[static_cast<std::size_t>(note)]).node == kNoNode)
      return;
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
      LinkPlace* place = places_.of(inlines[at]);
      const std::string text =
          text_of(Inlines(inlines.begin() + static_cast<std::ptrdiff_t>(at),
                          inlines.begin() + static_cast<std::ptrdiff_t>(close)));
      if (place != nullptr && !place->note_anchor.empty() && is_note_mark(text)) {
        Inline reference;
        reference.type = Inline::Type::note_reference;
        reference.text = std::string(bare_mark(text));
        reference.url = "#" + place->note_anchor;
        at = unwrap_sup(out, inlines, close);
        push_reference(out, std::move(reference));
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
    inlines = without_empty_sups(std::move(out));
  }

  // One of several in a `sup` ("1,2") parts it.
  static void push_reference(Inlines& out, Inline reference) {
    const Inline* const around = innermost_open(out, out.size());
    if (around == nullptr || around->tag != InlineTag::sup) {
      out.push_back(std::move(reference));
      return;
    }
    Inline open = *around, close;
    close.type = Inline::Type::close;
    close.tag = InlineTag::sup;
    out.push_back(std::move(close));
    out.push_back(std::move(reference));
    out.push_back(std::move(open));
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

  const std::string& anchor_of(const LinkPlace& place) {
    ArticleBlock& block = article_.blocks[static_cast<std::size_t>(place.block)];
    if (block.anchor.empty()) block.anchor = "section-" + std::to_string(++sections_);
    return block.anchor;
  }

  void make_notes() {
    std::vector<std::pair<int, const LinkPlace*>> notes;
    for (const auto& [name, place] : places_.all()) {
      if (!place.note_anchor.empty()) notes.emplace_back(place.block, &place);
    }
    std::sort(notes.begin(), notes.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    int loose_list = -1;
    int last_loose = -2;
    for (const auto& [index, place] : notes) {
      ArticleBlock& block = article_.blocks[static_cast<std::size_t>(index)];
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
  int take_rest_of_note(int index, const LinkPlace& place) {
    const ArticleBlock& first = article_.blocks[static_cast<std::size_t>(index)];
    if (!is_blank(first.content)) return index;
    const NodeId box = page_.dom.parent(place.element);
    int last = index;
    while (static_cast<std::size_t>(last) + 1 < article_.blocks.size()) {
      ArticleBlock& next = article_.blocks[static_cast<std::size_t>(last) + 1];
      if (!page_.dom.contains(box, source_of(document_, next).first)) break;
      next.container = first.container;
      ++last;
    }
    return last;
  }

  int item_of(int container) const {
    const std::vector<Container>& containers = forest_.containers();
    for (; container >= 0; container = containers[static_cast<std::size_t>(container)].parent) {
      const Container& candidate = containers[static_cast<std::size_t>(container)];
      if (candidate.type == Container::Type::list_item) return container;
    }
    return -1;
  }

  const Page& page_;
  const Document& document_;
  ContainerForest& forest_;
  Article& article_;
  LinkPlaces places_;
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
