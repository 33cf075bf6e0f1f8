#pragma once
// Lines of plain text by their form, and the header that a run of them makes.

#include <vector>

#include "classify/passes.hpp"

namespace lectern {

/// Could be a headline: a few words, no prompt, no date, no credit, not the end of a sentence list.
bool is_title_like(const PassInput& in, std::size_t i);

/// Names what a picture shows ("photo of ..."), as screen readers are told it.
bool is_alt_line(const PassInput& in, std::size_t i);

/// Names who made a picture: an agency, a photographer.
bool is_credit_line(const PassInput& in, std::size_t i);

/// Names who wrote the article.
bool is_byline_line(const PassInput& in, std::size_t i);

/// A date and little else.
bool is_date_line(const PassInput& in, std::size_t i);

/// A paragraph of prose: several sentences, or one long one.
bool is_prose(const PassInput& in, std::size_t i);

/// The lines from a headline to the first paragraph under it. Indexes of blocks, or -1.
struct TextHeader {
  int headline = -1;
  int dek = -1;
  int alt = -1, caption = -1, credit = -1;
  int byline = -1;
  int date = -1;
  int body = -1; // the first block after the header
};

TextHeader read_text_header(const PassInput& in, const Verdicts& verdicts, int headline);

/// Gives the header's lines their kinds.
void mark_text_header(const TextHeader& header, Verdicts& verdicts);

/// Marks a second article from `header` to where it ends; the last of the `run` dropped lines
/// before it is its label when it asks for nothing ("Focus: ...").
void mark_second_article(const PassInput& in, const TextHeader& header, int run,
                         Verdicts& verdicts);

/// Captions, credits and alt texts between the paragraphs of the body.
void attach_text_captions(const PassInput& in, Verdicts& verdicts);

} // namespace lectern
