#include "assemble/other_articles.hpp"

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr int kMinTitleTokens = 3;
constexpr int kMaxTitleTokens = 35;
constexpr int kMinParagraphTokens = 15;
constexpr int kMinSentenceTokens = 6; // of what ends like a sentence, and of plain text
constexpr int kMaxNameTokens = 4;

bool ends_sentence(std::string_view text) {
  return !text.empty() && (text.back() == '.' || text.back() == ':' || text.back() == ';');
}

// "Jane van Doe": two to four words, the first and the last with a capital, nothing but letters.
bool reads_as_name(std::string_view text) {
  const int tokens = count_tokens(text);
  if (tokens < 2 || tokens > kMaxNameTokens || text.find('/') != std::string_view::npos)
    return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c) && c != ' ' && c != '-' && c != '\'' && c != '.' && c != 0x2019) return false;
  }
  const auto starts_upper = [](std::string_view word) {
    std::size_t at = 0;
    return is_upper(next_code_point(word, at));
  };
  return starts_upper(text) && starts_upper(text.substr(text.rfind(' ') + 1)) &&
         !ends_sentence(text);
}

} // namespace

std::vector<OtherArticle> group_other_articles(const Document& document, const Verdicts& verdicts) {
  std::vector<OtherArticle> articles;
  bool is_open = false; // the last article of the list is still being read
  for (std::size_t i = 0; i < document.blocks.size() && i < verdicts.size(); ++i) {
    const Verdict& verdict = verdicts[i];
    if (is_kept(verdict.kind)) is_open = false;
    // One that is reported stays among the removed blocks: a line that leads to the other article.
    if (verdict.kind != Kind::other_article || verdict.reported || verdict.figure >= 0) continue;
    const Block& block = document.blocks[i];
    const std::string_view text = trim(document.text_of(block));
    const int tokens = count_tokens(text);
    const bool is_title = tokens >= kMinTitleTokens && tokens <= kMaxTitleTokens &&
                          (block.shape == Shape::heading || (!is_open && !ends_sentence(text)));
    const bool starts_next = is_title && block.heading_level > 0 && block.heading_level <= 2 &&
                             (!is_open || articles.back().paragraphs > 0);
    if (verdict.is_headline || starts_next || (is_title && !is_open)) {
      articles.emplace_back();
      articles.back().title = std::string(text);
      is_open = true;
      continue;
    }
    if (!is_open) continue;
    OtherArticle& article = articles.back();
    const bool is_plain_text = block.node == kNoNode; // there the header was read as a whole
    if (article.byline.empty() && (verdict.is_byline || (!is_plain_text && reads_as_name(text)))) {
      article.byline = names_in_byline(text);
      if (article.byline.empty()) article.byline.emplace_back(text);
      article.paragraphs = 0; // what stood before it was the dek
    } else if (tokens >= (is_plain_text || ends_sentence(text) ? kMinSentenceTokens
                                                               : kMinParagraphTokens) &&
               (block.shape == Shape::paragraph || block.shape == Shape::quote)) {
      ++article.paragraphs;
    }
  }
  return articles;
}

} // namespace lectern
