// The sentences behind the reasons of verdicts. A reason is a key, so that an interface can
// translate it.
#include <algorithm>
#include <iterator>

#include "lectern/extract.hpp"

namespace lectern {
namespace {

struct Reason {
  std::string_view key;
  std::string_view sentence;
};

constexpr Reason kReasons[] = {
    {"above_headline", "It stands above the headline"},
    {"account_link", "Its link leads to an offer, a registration or a donation"},
    {"address_box", "It stands in the small box of a form that asks for an e-mail address"},
    {"above_replies", "It stands between the headline and the replies"},
    {"after_end", "It stands after the end of the article"},
    {"all_link", "It is one link to another page"},
    {"among_text", "It stands among the article's text"},
    {"author_picture", "It shows the author"},
    {"byline", "It names the author"},
    {"caption", "It describes the picture beside it"},
    {"contents_list", "It lists the headings of the article"},
    {"correction", "It corrects or explains the article"},
    {"date", "It is the date"},
    {"dek", "It is the summary below the headline"},
    {"empty_section", "Everything under this heading was removed"},
    {"headline", "It is the headline"},
    {"headline_again", "It repeats the headline"},
    {"inside_nav", "It stands in the page's navigation"},
    {"labelled_link", "It is a label and a link to another page"},
    {"learned", "Its place, form and wording are those of article text or of page furniture"},
    {"named_advertisement", "The page names the box around it an advertisement"},
    {"named_author", "The page names the box around it a note about the author"},
    {"named_comment", "The page names the box around it comments"},
    {"named_consent", "The page names the box around it a consent notice"},
    {"named_navigation", "The page names the box around it navigation"},
    {"named_promo", "The page names the box around it related or recommended stories"},
    {"named_prompt", "The page names the box around it a newsletter or a subscription offer"},
    {"named_pull_quote", "The page names the box around it a pull quote"},
    {"named_share", "The page names the box around it share buttons"},
    {"named_tags", "The page names the box around it tags"},
    {"outside_text", "It stands outside the article's text"},
    {"phrase_advertisement", "Its words are those of an advertisement"},
    {"phrase_appeal", "Most of its words are those of a site that calls its reader"},
    {"phrase_author", "Its words introduce an author"},
    {"phrase_benefit", "Its words are those of a subscription offer"},
    {"phrase_comment", "Its words belong to the comments"},
    {"phrase_consent", "Its words ask for consent"},
    {"phrase_end", "Its words mark the end of an article"},
    {"phrase_furniture", "Its words are those of page furniture"},
    {"phrase_navigation", "Its words lead around the site"},
    {"phrase_promo", "Its words point to other stories"},
    {"phrase_prompt", "Its words ask to subscribe, register, log in, pay or follow"},
    {"phrase_share", "Its words offer to share the page"},
    {"phrase_tags", "Its words list topics"},
    {"phrase_withheld", "Its words say that the rest is for subscribers"},
    {"pull_quote", "It repeats a sentence of the article for display"},
    {"quote_source", "It names the source of a quotation in the article"},
    {"referenced_note", "A mark in the article's text leads to it"},
    {"repeated", "The same text stands in the article already"},
    {"repeated_figure", "The same picture stands in the article already"},
    {"repeated_picture", "The page shows the same picture again and again"},
    {"repeated_link", "The page shows the same linked line again and again"},
    {"reply_thread", "It is one of many replies below the article"},
    {"rules", "Its length, links and place are those of article text or of page furniture"},
    {"same_box", "It belongs to the box beside it"},
    {"second_article", "It belongs to another article on the page"},
    {"site_picture", "It shows the site's name or mark"},
    {"withheld", "The page hides it from readers who have not paid"},
};

static_assert(std::size(kReasons) > 0);

} // namespace

std::string_view describe_reason(std::string_view reason) {
  const auto found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                  [&](const Reason& known) { return known.key == reason; });
  return found == std::end(kReasons) ? std::string_view() : found->sentence;
}

} // namespace lectern
