// Formulas reach a page as MathML, or as the drawing of a script that keeps the MathML or the TeX
// beside it for assistive technology. The drawing is dropped and the source is kept. MathML is
// rebuilt from an allow-list; what is not on it is replaced by its content.

#include "assemble/math.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxMarkupBytes = 200'000;
constexpr std::size_t kMaxDepth = 150;

constexpr std::array<std::string_view, 30> kElements = {
    "menclose", "merror",  "mfenced",    "mfrac",   "mi",        "mmultiscripts",
    "mn",       "mo",      "mover",      "mpadded", "mphantom",  "mprescripts",
    "mroot",    "mrow",    "ms",         "mspace",  "msqrt",     "mstyle",
    "msub",     "msubsup", "msup",       "mtable",  "mtd",       "mtext",
    "mtr",      "munder",  "munderover", "none",    "semantics", "mrow"};

constexpr std::array<std::string_view, 34> kAttributes = {
    "accent",        "accentunder", "align",      "close",         "columnalign",   "columnlines",
    "columnspacing", "columnspan",  "depth",      "dir",           "displaystyle",  "fence",
    "form",          "frame",       "height",     "largeop",       "linethickness", "lspace",
    "mathvariant",   "maxsize",     "minsize",    "movablelimits", "notation",      "open",
    "rowalign",      "rowlines",    "rowspacing", "rowspan",       "rspace",        "scriptlevel",
    "separators",    "stretchy",    "voffset",    "width"};

template <std::size_t N>
bool is_listed(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
}

std::string text_below(const Dom& dom, NodeId node) {
  std::string text;
  dom.append_text(node, text);
  return fold_space(text);
}

// "{\displaystyle x}" is what wikis wrap around every formula.
std::string clean_tex(std::string tex) {
  constexpr std::string_view kWrap = "{\\displaystyle ";
  if (tex.size() > kWrap.size() && tex.compare(0, kWrap.size(), kWrap) == 0 && tex.back() == '}') {
    tex = tex.substr(kWrap.size(), tex.size() - kWrap.size() - 1);
  }
  return std::string(trim(tex));
}

bool is_tex_annotation(const Dom& dom, NodeId node) {
  return dom[node].text == "annotation" &&
         contains_ignoring_case(dom.attribute(node, "encoding"), "tex");
}

class MarkupBuilder {
 public:
  MarkupBuilder(const Dom& dom, NodeId math) : dom_(dom), math_(math) {}

  /// `tex` is the formula's source, where the page has it elsewhere.
  Inline build(std::string tex = {}) {
    tex_ = std::move(tex);
    Inline formula;
    formula.type = Inline::Type::math;
    const bool is_block =
        dom_.attribute(math_, "display") == "block" || dom_.attribute(math_, "mode") == "display";
    std::string body;
    for (NodeId node = math_ + 1; node < dom_.end(math_) && body.size() < kMaxMarkupBytes; ++node) {
      close_until(node, body);
      if (dom_.is_text(node)) {
        const std::string text = fold_space(dom_[node].text);
        if (open_.empty() && !text.empty()) ++parts_;
        append_escaped(body, text);
        continue;
      }
      const std::string_view name = dom_[node].text;
      if (name == "annotation" || name == "annotation-xml" || is_skipped(dom_, node)) {
        if (is_tex_annotation(dom_, node) && tex_.empty()) tex_ = clean_tex(text_below(dom_, node));
        node = dom_.end(node) - 1;
        continue;
      }
      // `semantics` is written anew around everything.
      if (name == "semantics" || !is_listed(kElements, name) || open_.size() >= kMaxDepth) continue;
      open_element(node, body);
    }
    while (!open_.empty()) close_last(body);
    const bool is_one_element = parts_ == 1;
    if (tex_.empty()) tex_ = clean_tex(fold_space(dom_.attribute(math_, "alttext")));
    formula.text = tex_;
    if (body.empty()) return formula;
    // TeX in a frame of MathML, as our own HTML shows it.
    if (is_one_element && body == "<mtext>" + escaped(tex_) + "</mtext>") return formula;
    formula.markup = is_block ? "<math display=\"block\">" : "<math>";
    if (!tex_.empty()) formula.markup += is_one_element ? "<semantics>" : "<semantics><mrow>";
    formula.markup += body;
    if (!tex_.empty()) {
      if (!is_one_element) formula.markup += "</mrow>";
      formula.markup += "<annotation encoding=\"application/x-tex\">";
      append_escaped(formula.markup, tex_);
      formula.markup += "</annotation></semantics>";
    }
    formula.markup += "</math>";
    return formula;
  }

 private:
  static std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
  }

  void open_element(NodeId node, std::string& body) {
    if (open_.empty()) ++parts_;
    body += '<';
    body += dom_[node].text;
    for (const Attribute* a = dom_.attributes_begin(node); a != dom_.attributes_end(node); ++a) {
      if (!is_listed(kAttributes, a->name)) continue;
      body.append(" ").append(a->name).append("=\"");
      append_escaped(body, a->value);
      body += '"';
    }
    body += '>';
    open_.push_back(node);
  }

  void close_last(std::string& body) {
    body.append("</").append(dom_[open_.back()].text).append(">");
    open_.pop_back();
  }

  void close_until(NodeId node, std::string& body) {
    while (!open_.empty() && dom_.end(open_.back()) <= node) close_last(body);
  }

  const Dom& dom_;
  NodeId math_;
  std::string tex_;
  std::vector<NodeId> open_;
  int parts_ = 0; // elements and texts side by side at the top
};

Formula formula_of_tex(std::string tex, NodeId end) {
  Formula formula;
  formula.end = end;
  formula.content.type = Inline::Type::math;
  formula.content.text = clean_tex(std::move(tex));
  return formula;
}

bool is_tex_script(const Dom& dom, NodeId node) {
  return dom.tag(node) == Tag::script &&
         starts_with_ignoring_case(trim(dom.attribute(node, "type")), "math/tex");
}

// MathJax 2 writes a preview, its drawing and then the script with the source, side by side.
NodeId tex_script_after(const Dom& dom, NodeId node) {
  constexpr int kMaxSteps = 3;
  NodeId next = node;
  for (int step = 0; step < kMaxSteps; ++step) {
    next = dom.next_sibling(next);
    if (next == kNoNode) return kNoNode;
    if (is_tex_script(dom, next)) return next;
    if (dom.is_text(next) ? !trim(dom[next].text).empty()
                          : !has_class_word(dom, next, {"MathJax", "mjx"}) &&
                                !has_class(dom, next, {"MathJax"})) {
      return kNoNode;
    }
  }
  return kNoNode;
}

bool is_drawing(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::unknown) return element.text == "mjx-container";
  if (element.tag != Tag::span && element.tag != Tag::div) return false;
  return has_class(dom, node,
                   {"katex", "katex-display", "MathJax", "MathJax_Display", "MathJax_SVG",
                    "MathJax_SVG_Display", "MathJax_CHTML", "MJXc-display", "mjx-chtml",
                    "MathJax_Preview", "mwe-math-element", "math-tex-display"});
}

// TeX between the signs that a script looks for: "\\(x\\)", "\\[x\\]", "$x$", "$$x$$".
std::string_view between_signs(std::string_view text) {
  struct Signs {
    std::string_view open, close;
  };
  static constexpr Signs kSigns[] = {{"\\(", "\\)"}, {"\\[", "\\]"}, {"$$", "$$"}, {"$", "$"}};
  for (const Signs& signs : kSigns) {
    const std::size_t both = signs.open.size() + signs.close.size();
    if (text.size() > both && text.substr(0, signs.open.size()) == signs.open &&
        text.substr(text.size() - signs.close.size()) == signs.close)
      return text.substr(signs.open.size(), text.size() - both);
  }
  return {};
}

// An element that waits for a script to draw its TeX.
std::string undrawn_tex(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  const bool is_renderer = element.tag == Tag::unknown && element.text == "math-renderer";
  const bool is_marked =
      (element.tag == Tag::span || element.tag == Tag::div) &&
      has_class(dom, node, {"math", "arithmatex", "math-inline", "math-display"});
  if (!is_renderer && !is_marked) return {};
  return std::string(between_signs(text_below(dom, node)));
}

} // namespace

std::optional<Formula> read_formula(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::math) {
    Formula formula{element.end, MarkupBuilder(dom, node).build()};
    return formula;
  }
  if (is_tex_script(dom, node)) return formula_of_tex(text_below(dom, node), element.end);
  if (element.attribute_count == 0 && element.tag != Tag::unknown) return std::nullopt;
  if (std::string tex = undrawn_tex(dom, node); !tex.empty())
    return formula_of_tex(std::move(tex), element.end);
  if (!is_drawing(dom, node)) return std::nullopt;

  const NodeId script = tex_script_after(dom, node);
  if (script != kNoNode) {
    Formula formula = formula_of_tex(text_below(dom, script), dom.end(script));
    const NodeId math = first_in_range(dom, node, element.end, {Tag::math});
    if (math != kNoNode) {
      MarkupBuilder builder(dom, math);
      formula.content = builder.build(formula.content.text);
    }
    return formula;
  }
  for (NodeId inner = node + 1; inner < element.end; ++inner) {
    if (is_tex_script(dom, inner)) return formula_of_tex(text_below(dom, inner), element.end);
    if (dom.tag(inner) != Tag::math) continue;
    Formula formula{element.end, MarkupBuilder(dom, inner).build()};
    if (formula.content.text.empty()) {
      for (const std::string_view name : {"data-tex", "data-latex", "data-expr"}) {
        if (dom.has_attribute(node, name))
          formula.content.text = clean_tex(fold_space(dom.attribute(node, name)));
      }
    }
    const bool is_display =
        has_class(dom, node, {"katex-display", "MathJax_Display", "mwe-math-element-block"}) ||
        equals_ignoring_case(dom.attribute(node, "display"), "true");
    constexpr std::string_view kOpen = "<math>";
    if (is_display && formula.content.markup.compare(0, kOpen.size(), kOpen) == 0) {
      formula.content.markup.replace(0, kOpen.size(), "<math display=\"block\">");
    }
    return formula;
  }
  for (NodeId inner = node; inner < element.end; ++inner) { // a wiki's picture of a formula
    if (dom.tag(inner) == Tag::img && has_class_word(dom, inner, {"math", "tex", "latex"})) {
      return formula_of_tex(fold_space(dom.attribute(inner, "alt")), element.end);
    }
  }
  return std::nullopt;
}

} // namespace lectern
