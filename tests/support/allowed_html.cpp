#include <algorithm>
#include <cstddef>

#include "parse/dom.hpp"
#include "parse/html_parser.hpp"
#include "support/allowed_output.hpp"

namespace lectern::test {
namespace {

using Faults = std::vector<std::string>;

bool is_one_of(std::string_view word, std::string_view list) {
  const std::string padded = " " + std::string(word) + " ";
  return !word.empty() && list.find(padded) != std::string_view::npos;
}

constexpr std::string_view kBodyElements =
    " p h2 h3 h4 h5 h6 ul ol li blockquote pre hr table caption thead tbody tr th td figure "
    "figcaption img details "
    "summary dl dt dd aside section br a strong em code sub sup mark small del ins q abbr cite kbd "
    "var time ruby rt rp "
    "span ";
constexpr std::string_view kDocumentElements =
    " html head body meta title link style header main footer h1 ";
constexpr std::string_view kMathElements =
    " math annotation menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom "
    "mprescripts mroot "
    "mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none "
    "semantics ";
constexpr std::string_view kMathAttributes =
    " accent accentunder align alttext close columnalign columnlines columnspacing columnspan "
    "depth dir display "
    "displaystyle encoding fence form frame height largeop linethickness lspace mathsize "
    "mathvariant maxsize minsize "
    "movablelimits notation open rowalign rowlines rowspacing rowspan rspace scriptlevel separator "
    "separators stretchy "
    "symmetric voffset width xmlns ";

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool has_control_or_space(std::string_view url) {
  return std::any_of(url.begin(), url.end(),
                     [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

bool is_web_address(std::string_view url) {
  return (starts_with(lower(url), "https://") && url.size() > 8) ||
         (starts_with(lower(url), "http://") && url.size() > 7);
}

bool is_good_link(std::string_view url) {
  if (has_control_or_space(url)) return false;
  const std::string low = lower(url);
  return is_web_address(url) || starts_with(low, "mailto:") || starts_with(low, "tel:") ||
         (url.size() > 1 && url[0] == '#');
}

bool is_good_image(std::string_view url) {
  if (has_control_or_space(url)) return false;
  if (is_web_address(url)) return true;
  const std::string low = lower(url);
  for (const char* type :
       {"png", "jpeg", "jpg", "gif", "webp", "avif", "bmp", "x-icon", "vnd.microsoft.icon"}) {
    const std::string prefix = std::string("data:image/") + type;
    if (starts_with(low, prefix) && low.size() > prefix.size() &&
        (low[prefix.size()] == ';' || low[prefix.size()] == ',')) {
      return true;
    }
  }
  return false;
}

// As a browser splits a candidate list: a run without white space is an address, then comes what
// describes it.
bool is_good_source_set(std::string_view list) {
  std::size_t at = 0;
  while (at < list.size()) {
    while (at < list.size() && (list[at] == ' ' || list[at] == ',')) ++at;
    const std::size_t begin = at;
    while (at < list.size() && list[at] != ' ') ++at;
    if (begin == at) break;
    std::string_view url = list.substr(begin, at - begin);
    while (!url.empty() && url.back() == ',') url.remove_suffix(1);
    if (!is_good_image(url)) return false;
    while (at < list.size() && list[at] != ',') {
      if (std::string_view(" 0123456789.wx").find(list[at]) == std::string_view::npos) return false;
      ++at;
    }
  }
  return true;
}

// Only ids that we number ourselves: none of the page's may shadow a name of the view.
bool is_own_id(std::string_view id) {
  const std::size_t dash = id.rfind('-');
  return dash != std::string_view::npos && dash > 0 && dash + 1 < id.size() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos &&
         id.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
}

bool is_number(std::string_view value) {
  return !value.empty() && value.size() <= 7 &&
         value.find_first_not_of("-0123456789") == std::string_view::npos;
}

bool is_language_tag(std::string_view value) {
  return !value.empty() && value.size() <= 40 &&
         value.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
             std::string_view::npos;
}

bool is_good_attribute(std::string_view element, std::string_view name, std::string_view value,
                       Form form) {
  if (name == "id") return is_own_id(value);
  if (name == "lang") return is_language_tag(value);
  if (name == "dir") return is_one_of(value, " ltr rtl auto ");
  if (element == "a" && name == "href") return is_good_link(value);
  if (element == "a" && name == "role") return is_one_of(value, " doc-noteref doc-backlink ");
  if (element == "img") {
    if (name == "src") return is_good_image(value);
    if (name == "srcset") return is_good_source_set(value);
    if (name == "alt") return true;
    if (name == "width" || name == "height") return is_number(value);
  }
  if (element == "ol") {
    if (name == "start") return is_number(value);
    if (name == "reversed") return true;
    if (name == "type") return is_one_of(value, " 1 a A i I ");
  }
  if (element == "th" || element == "td") {
    if (name == "colspan" || name == "rowspan") return is_number(value);
    if (name == "scope" && element == "th") return is_one_of(value, " col row ");
  }
  if (element == "blockquote" && name == "cite")
    return is_web_address(value) && !has_control_or_space(value);
  if (element == "p" && name == "role") return value == "note";
  if (element == "section" && name == "role") return value == "doc-endnotes";
  if (element == "pre" && name == "data-language") {
    return value.find_first_of("<>\"' \t\n") == std::string_view::npos && value.size() <= 40;
  }
  if (element == "span" && name == "data-style") return value == "small-caps";
  if (element == "figure" && name == "data-embed")
    return is_one_of(value, " video audio post chart frame ");
  if (element == "figure" && name == "data-provider") return true; // text
  if (form == Form::body) return false;
  if (element == "meta") {
    if (name == "http-equiv") return value == "Content-Security-Policy";
    return is_one_of(name, " charset name property content ");
  }
  if (element == "link")
    return (name == "rel" && value == "canonical") || (name == "href" && is_web_address(value));
  if (element == "p" && name == "class") return is_one_of(value, " dek byline ");
  if (element == "time" && name == "datetime") {
    return value.find_first_not_of("0123456789-:+TZ.") == std::string_view::npos;
  }
  return false;
}

std::string shortened(std::string_view text) { return std::string(text.substr(0, 80)); }

bool is_void(std::string_view name) {
  return is_one_of(name, " area base br col embed hr img input link meta param source track wbr ");
}

void append_text(std::string& out, std::string_view text, bool in_attribute) {
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '"' && in_attribute)
      out += "&quot;";
    else if (c == '<' && !in_attribute)
      out += "&lt;";
    else if (c == '>' && !in_attribute)
      out += "&gt;";
    else
      out += c;
  }
}

// As the HTML Standard serialises: attribute values keep '<', text of style and script stays as it
// is.
std::string serialised(const Dom& dom) {
  std::string out;
  std::vector<NodeId> open;
  const auto close = [&](NodeId before) {
    while (!open.empty() && dom.end(open.back()) <= before) {
      const std::string_view name = dom[open.back()].text;
      if (!is_void(name)) out.append("</").append(name).append(">");
      open.pop_back();
    }
  };
  for (NodeId node = 0; node < dom.size(); ++node) {
    close(node);
    if (dom.is_text(node)) {
      const bool is_raw =
          !open.empty() &&
          is_one_of(dom[open.back()].text, " style script xmp iframe noembed noframes plaintext ");
      if (is_raw)
        out += dom[node].text;
      else
        append_text(out, dom[node].text, false);
      continue;
    }
    out.append("<").append(dom[node].text);
    for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
      out.append(" ").append(a->name).append("=\"");
      append_text(out, a->value, true);
      out += '"';
    }
    out += '>';
    // The parser drops a line feed after <pre>, so one more goes before one that counts.
    if (dom[node].text == "pre" && node + 1 < dom.size() && dom.is_text(node + 1) &&
        starts_with(dom[node + 1].text, "\n"))
      out += '\n';
    open.push_back(node);
  }
  close(dom.size());
  return out;
}

bool is_in_math(const Dom& dom, NodeId node) {
  for (NodeId up = node; up != kNoNode; up = dom.parent(up)) {
    if (dom[up].text == "math" && !dom.is_text(up)) return true;
  }
  return false;
}

void check_tree(const Dom& dom, Form form, Faults& faults) {
  std::size_t styles = 0;
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom.is_text(node)) continue;
    const std::string_view name = dom[node].text;
    const bool in_math = is_in_math(dom, node);
    // The parser adds html, head and body round a fragment.
    const bool is_frame = name == "html" || name == "head" || name == "body";
    const bool is_allowed =
        in_math ? is_one_of(name, kMathElements)
                : is_frame || is_one_of(name, kBodyElements) ||
                      (form == Form::document && is_one_of(name, kDocumentElements));
    if (!is_allowed) faults.push_back("element <" + std::string(name) + ">");
    if (name == "style" && ++styles > 1) faults.push_back("a second style sheet");
    for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
      const bool is_good = in_math ? is_one_of(a->name, kMathAttributes)
                                   : is_good_attribute(name, a->name, a->value, form);
      if (!is_good) {
        faults.push_back("attribute <" + std::string(name) + " " + std::string(a->name) + "=\"" +
                         shortened(a->value) + "\">");
      }
    }
  }
}

} // namespace

std::vector<std::string> faults_of_html(std::string_view html, Form form) {
  Faults faults;
  const ParseBudget budget;
  const Dom first = parse_html(html, budget);
  check_tree(first, form, faults);
  const std::string once = serialised(first);
  const Dom second = parse_html(once, budget);
  check_tree(second, form, faults);
  if (serialised(second) != once)
    faults.push_back("the tree changes when it is written out and parsed again");
  return faults;
}

} // namespace lectern::test
