#pragma once
// What one pass over a page's bytes counts, without a tree: how its text lies, what it is marked up
// with, and what the page calls itself. Facts alone; a small model weighs them (readable.cpp).

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// A column of PageCounts. Shares are in thousandths, so that every value is a whole number.
enum class Count : std::uint8_t {
  // Text: bytes that are no white space.
  text_bytes,
  link_share,       // of the text, inside links
  chrome_share,     // of the text, inside nav, footer and aside
  prose_bytes,      // of runs of text that read as paragraphs
  prose_share,      // of the text
  prose_runs,       // such runs
  longest_run,      // bytes of the longest
  prose_in_p_share, // of the prose, in p elements
  cluster_bytes,    // the most prose that stands together
  cluster_share,    // of the prose
  short_runs,       // runs that are neither prose nor links
  link_runs,        // runs that are mostly links
  runs_a_prose,     // runs a run of prose
  sentences,        // full stops, commas and the like in prose
  questions,        // question marks
  prices,           // currency signs beside digits
  // Markup: elements.
  elements,
  links,
  paragraphs,
  headings_1,
  headings_2,
  headings_3,
  headings_below, // h4 to h6
  list_items,
  images,
  figures,
  inputs,
  buttons,
  forms,
  text_areas,
  articles,
  times,
  cells,
  frames,
  videos,
  code_blocks,
  quotes,
  sections,
  most_alike,       // elements with the class that most of them have
  classes_repeated, // classes that many elements have
  // Words of class names and ids.
  commerce_words,
  forum_words,
  comment_words,
  article_words,
  listing_words,
  landing_words,
  docs_words,
  video_words,
  // What the page calls itself: 0 or 1, unless said otherwise.
  open_graph_type, // 0 none, 1 article, 2 web site, 3 product, 4 another
  says_published,
  says_author,
  data_article,
  data_product, // how many
  data_list,
  data_forum,
  data_service,
  data_questions,
  data_video,
  data_page,
  data_organisation,
  data_breadcrumb,
  data_place, // events, places, jobs
  // The address.
  address_known,
  address_depth,
  address_slug_words, // of the last part
  address_last_bytes,
  address_has_number,
  address_has_date,
  address_has_query,
  address_ends_in_slash,
  address_article_words,
  address_other_words,
  count
};

inline constexpr std::size_t kPageCounts = static_cast<std::size_t>(Count::count);

struct PageCounts {
  std::array<std::int32_t, kPageCounts> values{};

  std::int32_t& operator[](Count column) { return values[static_cast<std::size_t>(column)]; }
  std::int32_t operator[](Count column) const { return values[static_cast<std::size_t>(column)]; }
};

/// The names of the columns, in order: what the model's file calls them.
const std::vector<std::string>& page_count_names();

/// Counts in one pass over `page`. `url` may be empty: then the address that the page states is
/// taken.
PageCounts count_page(std::string_view page, std::string_view url);

} // namespace lectern
