#pragma once
#include <string>
#include <vector>

#include "lectern/article.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// What a block is to a reader, how sure that is, and the pass or feature that decided.
struct Verdict {
  Kind kind = Kind::furniture;
  float keep = 0;          // 0..1: how likely it is article text, as the model sees it
  float confidence = 0;    // 0..1: of `kind` being shown or not
  const char* reason = ""; // a key of describe_reason(); static storage
  bool uncertain = false;  // kept, but a reader should look twice
  bool reported = false;   // dropped, and part of the article's region: it stays in the result
  int figure = -1;         // the figure block that this one is the caption or the credit of, or -1
  bool is_credit = false;  // with `figure`: the credit, else the caption
  bool is_alt = false;     // with `figure`: plain text input names what the picture shows
  // Of a kept paragraph: the element at its end that calls the reader, a sentence of its own; it is
  // cut out and reported apart. Or kNoNode.
  NodeId attached_call = kNoNode;
  // Of Kind::other_article: the parts that name it. A label above its headline stays a removed
  // line.
  bool is_label = false, is_headline = false, is_byline = false;
};

using Verdicts = std::vector<Verdict>;

/// What the passes find out about the page as a whole.
struct Classification {
  Verdicts verdicts;           // one for each block
  int headline = -1;           // the block that holds the title, or -1
  std::string withheld_notice; // the page's own words, or empty
  float confidence = 0;        // 0..1
  // Images of figures that are shown which are the page's and not the article's, in order.
  std::vector<NodeId> page_pictures;
};

} // namespace lectern
