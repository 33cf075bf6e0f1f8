#pragma once
// Lines of plain text by their form: what a headline, a credit, a byline, a line of an offer look
// like in any language. Words are looked up in the lexicons; the rest is length, case and stops.

#include "classify/passes.hpp"

namespace lectern {

/// Words of a block; in scripts without spaces two characters count as one.
float words_of(const PassInput& in, std::size_t i);

/// Ends as a sentence does, also behind a closing quotation mark.
bool ends_as_sentence(const PassInput& in, std::size_t i);

/// A paragraph of prose: several sentences, or one long one.
bool is_prose(const PassInput& in, std::size_t i);

/// "Published 3 hours ago, updated at 9:42", and what is all numbers.
bool tells_a_time(const PassInput& in, std::size_t i);

/// Could be a headline: a few words, no prompt, no date, no credit, not the end of a sentence list.
bool is_title_like(const PassInput& in, std::size_t i);
/// A word or two that could be a headline where what stands below says so.
bool is_short_title(const PassInput& in, std::size_t block);

/// Names what a picture shows ("photo of ..."), as screen readers are told it.
bool is_alt_line(const PassInput& in, std::size_t i);

/// Opens in lower case and stops nowhere: in scripts with case, what a picture shows.
bool is_lower_open_line(const PassInput& in, std::size_t i);

/// Names who made a picture: an agency, a photographer.
bool is_credit_line(const PassInput& in, std::size_t i);

/// "Jane Doe/Agency": two names and a slash. A credit where a picture is.
bool is_name_and_agency(const PassInput& in, std::size_t i);

/// May say what a picture shows.
bool is_caption_like(const PassInput& in, std::size_t i);

/// Names who wrote the article.
bool is_byline_line(const PassInput& in, std::size_t i);

/// "By" on a line of its own.
bool is_byline_label_line(const PassInput& in, std::size_t i);

/// A word or two, a colon and a person's name.
bool is_labelled_name(const PassInput& in, std::size_t i);

/// A person's name and nothing else.
bool is_name_line(const PassInput& in, std::size_t i);

/// A date and little else.
bool is_date_line(const PassInput& in, std::size_t i);

/// When it was published or changed, with words for that and what else stands beside it.
bool is_labelled_date(const PassInput& in, std::size_t i);

/// Its words ask to subscribe, offer what subscribers get or say that the rest is theirs.
bool is_offer_line(const PassInput& in, std::size_t i);

/// Says what subscribers get or pay and little else.
bool only_offers(const PassInput& in, std::size_t i);

/// Its words ask for something or lead elsewhere.
bool asks_or_leads(const PassInput& in, std::size_t i);

} // namespace lectern
