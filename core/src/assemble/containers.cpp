#include "assemble/containers.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

bool is_list(Tag tag) {
  return tag == Tag::ul || tag == Tag::ol || tag == Tag::menu || tag == Tag::dir;
}

bool reads_as_box(const Dom& dom, NodeId node) {
  if (dom.tag(node) == Tag::aside) return true;
  const Tag tag = dom.tag(node);
  if (tag != Tag::div && tag != Tag::section) return false;
  if (dom[node].attribute_count == 0) return false;
  return dom.attribute(node, "role") == "note" ||
         has_class(dom, node,
                   {"factbox", "fact-box", "infobox", "info-box", "admonition", "callout",
                    "kg-callout-card", "wp-block-callout", "theme-admonition", "fact_box",
                    "faktabox", "infokasten", "markdown-alert"});
}

bool is_body(Kind kind) {
  return is_kept(kind) && kind != Kind::headline && kind != Kind::dek && kind != Kind::byline &&
         kind != Kind::dateline;
}

bool is_picture(Kind kind) {
  return kind == Kind::figure || kind == Kind::embed || kind == Kind::divider;
}

int number_of(std::string_view value, int otherwise) {
  const std::string text(trim(value));
  char* end = nullptr;
  const long number = std::strtol(text.c_str(), &end, 10);
  constexpr long kMaxStart = 1'000'000'000;
  return end != text.c_str() && number > -kMaxStart && number < kMaxStart ? static_cast<int>(number)
                                                                          : otherwise;
}

} // namespace

ContainerForest::ContainerForest(const Page& page, const Document& document,
                                 const Verdicts& verdicts)
    : page_(page), dom_(page.dom), box_answers_(page.dom.size(), Answer::unknown) {
  find_root(document, verdicts);
  find_layout_lists(document, verdicts);
}

bool ContainerForest::is_box(NodeId node) const {
  Answer& answer = box_answers_[node];
  if (answer == Answer::unknown) answer = reads_as_box(dom_, node) ? Answer::yes : Answer::no;
  return answer == Answer::yes;
}

void ContainerForest::find_root(const Document& document, const Verdicts& verdicts) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const NodeId node = document.blocks[i].node;
    if (!is_body(verdicts[i].kind) || node == kNoNode) continue;
    if (root_ == kNoNode) root_ = node;
    while (!dom_.contains(root_, node)) root_ = dom_.parent(root_);
  }
}

void ContainerForest::find_layout_lists(const Document& document, const Verdicts& verdicts) {
  std::unordered_map<NodeId, bool> holds_text; // per list or box that holds something shown
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Kind kind = verdicts[i].kind;
    if (!is_body(kind) || document.blocks[i].node == kNoNode) continue;
    const bool is_text = !is_picture(kind) && verdicts[i].figure < 0;
    NodeId child = kNoNode;
    for (NodeId node = document.blocks[i].node; node != kNoNode && node != root_;
         child = node, node = dom_.parent(node)) {
      // A list of sections, as live blogs and rankings are made.
      if (kind == Kind::heading && child != kNoNode && is_list(dom_.tag(node)))
        layout_.insert(node);
      if (is_list(dom_.tag(node)) || dom_.tag(node) == Tag::dl || is_box(node))
        holds_text[node] = holds_text[node] || is_text;
    }
  }
  // Pictures in a list of their own are placed by it, unless it stands in an item of another list,
  // which would else be cut in two around them.
  const auto is_in_list_of_text = [&](NodeId node) {
    const NodeId above = dom_.parent(node);
    const NodeId list = ancestor_with(dom_, above, {Tag::ul, Tag::ol, Tag::menu, Tag::dir});
    const auto found = holds_text.find(list);
    return is_list(dom_.tag(node)) && found != holds_text.end() && found->second &&
           layout_.count(list) == 0;
  };
  std::vector<NodeId> placing;
  for (const auto& [node, has_text] : holds_text)
    if (!has_text && !is_in_list_of_text(node)) placing.push_back(node);
  layout_.insert(placing.begin(), placing.end());
}

void ContainerForest::read_ordered_list(NodeId node, Container& container) const {
  container.type = Container::Type::ordered_list;
  container.reversed = dom_.has_attribute(node, "reversed");
  container.start = number_of(dom_.attribute(node, "start"), 1);
  const std::string_view type = dom_.attribute(node, "type");
  if (type.size() == 1 && std::string_view("1aAiI").find(type) != std::string_view::npos)
    container.numbering = type[0];
  const std::string_view style = style_property(dom_, node, "list-style-type");
  if (equals_ignoring_case(style, "lower-alpha") || equals_ignoring_case(style, "lower-latin"))
    container.numbering = 'a';
  if (equals_ignoring_case(style, "upper-alpha") || equals_ignoring_case(style, "upper-latin"))
    container.numbering = 'A';
  if (equals_ignoring_case(style, "lower-roman")) container.numbering = 'i';
  if (equals_ignoring_case(style, "upper-roman")) container.numbering = 'I';
  if (!container.reversed || dom_.has_attribute(node, "start")) return;
  // Down to 1, which is said by no start at all where no item has a number of its own.
  int items = 0;
  bool has_value = false;
  for (NodeId item = dom_.first_child(node); item != kNoNode; item = dom_.next_sibling(item)) {
    items += dom_.tag(item) == Tag::li ? 1 : 0;
    has_value = has_value || dom_.has_attribute(item, "value");
  }
  if (has_value) container.start = items;
}

// An item whose `value` is not the next number begins a list of its own, as no format but HTML can
// leap in one.
void ContainerForest::number_item(NodeId item) {
  if (open_.empty()) return;
  const int list = open_.back();
  const NodeId element = element_of(list);
  if (containers_[static_cast<std::size_t>(list)].type != Container::Type::ordered_list ||
      element == kNoNode || dom_.parent(item) != element)
    return;
  Container& container = containers_[static_cast<std::size_t>(list)];
  const auto items_from = [&](NodeId first) {
    int count = 0;
    for (NodeId at = first; at != kNoNode && at != item; at = dom_.next_sibling(at))
      count += dom_.tag(at) == Tag::li ? 1 : 0;
    return count;
  };
  const auto last = numbered_.find(element);
  if (last == numbered_.end()) {
    container.start = number_of(dom_.attribute(item, "value"), container.start);
    numbered_[element] = {item, container.start};
    return;
  }
  const int next =
      last->second.number + (container.reversed ? -1 : 1) * items_from(last->second.item);
  const int number = number_of(dom_.attribute(item, "value"), next);
  last->second = {item, number};
  if (number == next) return;
  Container continued = container;
  continued.start = number;
  containers_.push_back(std::move(continued));
  elements_.push_back(element);
  open_.back() = static_cast<int>(containers_.size()) - 1;
}

bool ContainerForest::may_be_container(NodeId node) const {
  switch (dom_.tag(node)) {
    case Tag::ul:
    case Tag::menu:
    case Tag::dir:
    case Tag::ol:
    case Tag::li:
    case Tag::blockquote:
    case Tag::details:
    case Tag::summary:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
      return true;
    default:
      return is_box(node);
  }
}

bool ContainerForest::make(NodeId node, Container& container) const {
  if (layout_.count(node) > 0) return false;
  switch (dom_.tag(node)) {
    case Tag::ul:
    case Tag::menu:
    case Tag::dir:
      container.type = Container::Type::unordered_list;
      return true;
    case Tag::ol:
      read_ordered_list(node, container);
      return true;
    case Tag::li: {
      const NodeId list = dom_.parent(node);
      if (list == kNoNode || !is_list(dom_.tag(list)) || layout_.count(list) > 0) return false;
      container.type = Container::Type::list_item;
      return true;
    }
    case Tag::blockquote:
      container.type = Container::Type::quote;
      container.cite = safe_link(page_.base, dom_.attribute(node, "cite"));
      return true;
    case Tag::details:
      container.type = Container::Type::details;
      return true;
    case Tag::summary:
      container.type = Container::Type::summary;
      return true;
    case Tag::dl:
      container.type = Container::Type::definition_list;
      return true;
    case Tag::dt:
      container.type = Container::Type::definition_term;
      return !is_in_layout(node);
    case Tag::dd:
      container.type = Container::Type::definition_details;
      return !is_in_layout(node);
    default:
      container.type = Container::Type::aside;
      return is_box(node);
  }
}

// A definition list of pictures and their captions is a gallery.
bool ContainerForest::is_in_layout(NodeId node) const {
  const NodeId list = ancestor_with(dom_, node, {Tag::dl});
  return list != kNoNode && layout_.count(list) > 0;
}

int ContainerForest::container_of(const Block& block) {
  if (block.node == kNoNode || root_ == kNoNode) return -1;
  // A quotation that a script turns into a post is the embed itself.
  NodeId node = block.shape == Shape::embed && dom_.tag(block.node) == Tag::blockquote
                    ? dom_.parent(block.node)
                    : block.node;
  while (!open_.empty() && !dom_.contains(element_of(open_.back()), block.node)) open_.pop_back();
  const NodeId known = open_.empty() ? kNoNode : element_of(open_.back());

  const bool root_counts = is_list(dom_.tag(root_)) || dom_.tag(root_) == Tag::dl;
  path_.clear();
  for (; node != kNoNode && node != known && dom_.contains(root_, node); node = dom_.parent(node)) {
    if (node == root_ && !root_counts) break;
    if (may_be_container(node)) path_.push_back(node);
  }
  for (auto element = path_.rbegin(); element != path_.rend(); ++element) {
    Container container;
    if (!make(*element, container)) continue;
    if (container.type == Container::Type::list_item) number_item(*element);
    container.parent = open_.empty() ? -1 : open_.back();
    containers_.push_back(std::move(container));
    elements_.push_back(*element);
    open_.push_back(static_cast<int>(containers_.size()) - 1);
  }
  return open_.empty() ? -1 : open_.back();
}

int ContainerForest::add(Container container) {
  containers_.push_back(std::move(container));
  elements_.push_back(kNoNode);
  return static_cast<int>(containers_.size()) - 1;
}

namespace {

bool is_inside(const std::vector<Container>& containers, int container, Container::Type type) {
  for (; container >= 0; container = containers[static_cast<std::size_t>(container)].parent) {
    if (containers[static_cast<std::size_t>(container)].type == type) return true;
  }
  return false;
}

// The length of "1. " or "12) " at the start, with its number; 0 for none.
std::size_t numbered_mark(std::string_view text, int& number) {
  std::size_t at = 0;
  constexpr std::size_t kMaxDigits = 3;
  number = 0;
  while (at < text.size() && at < kMaxDigits && text[at] >= '0' && text[at] <= '9')
    number = number * 10 + (text[at++] - '0');
  if (at == 0 || at + 1 >= text.size() || (text[at] != '.' && text[at] != ')') ||
      text[at + 1] != ' ')
    return 0;
  return at + 2;
}

std::size_t bullet_mark(std::string_view text) {
  for (const std::string_view bullet :
       {"\xE2\x80\xA2", "\xE2\x96\xAA", "\xE2\x80\xA3", "\xC2\xB7", "\xE2\x97\x8F", "\xE2\x97\xA6",
        "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x96\xA0", "-", "*"}) {
    if (text.substr(0, bullet.size()) != bullet) continue;
    const std::size_t after = bullet.size();
    if (after < text.size() && text[after] == ' ') return after + 1;
    if (bullet.size() == 3 && after < text.size()) return after;
  }
  return 0;
}

} // namespace

void surround_loose_items(const Document& document, std::vector<ArticleBlock>& blocks,
                          std::vector<Container>& containers) {
  int list = -1, last_number = 0;
  const auto add = [&](Container::Type type, int parent) {
    Container container;
    container.type = type;
    container.parent = parent;
    containers.push_back(container);
    return static_cast<int>(containers.size()) - 1;
  };
  for (ArticleBlock& block : blocks) {
    const bool is_loose = block.kind == Kind::list_item &&
                          !is_inside(containers, block.container, Container::Type::list_item);
    if (!is_loose) {
      list = -1;
      continue;
    }
    int number = 0;
    Inline* first = !block.content.empty() && block.content.front().type == Inline::Type::text
                        ? &block.content.front()
                        : nullptr;
    const std::size_t digits = first != nullptr ? numbered_mark(first->text, number) : 0;
    // Lines of text have lost their marks already.
    const int told = document.blocks[static_cast<std::size_t>(block.id)].list_number;
    if (digits == 0) number = told;
    const bool is_numbered = digits > 0 || told > 0;
    const bool continues =
        list >= 0 && containers[static_cast<std::size_t>(list)].parent == block.container &&
        (containers[static_cast<std::size_t>(list)].type == Container::Type::ordered_list) ==
            is_numbered &&
        (!is_numbered || number == last_number + 1);
    if (!continues) {
      list = add(is_numbered ? Container::Type::ordered_list : Container::Type::unordered_list,
                 block.container);
      if (is_numbered) containers.back().start = number;
    }
    last_number = number;
    if (first != nullptr) first->text.erase(0, digits > 0 ? digits : bullet_mark(first->text));
    block.container = add(Container::Type::list_item, list);
  }
}

} // namespace lectern
