#pragma once
// Calls and teasers that give themselves away without a word that is known: by where their link
// leads, by a label before it, by the form beside it. They hold in languages without phrases.

#include <vector>

#include "classify/passes.hpp"

namespace lectern {

/// One link from end to end that leads to an offer, a registration or a donation; or a link among
/// a few words that names a price.
bool leads_to_offer(const PassInput& in, std::size_t block);

/// What a line begins with up to a colon, or between brackets: "Related: ...", "[Related] ...".
struct LineLabel {
  std::string_view words; // empty without a label
  std::size_t end = 0;    // in the line, with the mark behind the words
};
LineLabel label_of(std::string_view text);

/// "Label: headline of another page", all of it linked but the label.
bool is_labelled_link(const PassInput& in, std::size_t block);

/// A short line that only announces other pages: "Read also", "More on this".
bool is_label_of_links(const PassInput& in, std::size_t block);

/// A line that is one link to another page of the site and no sentence.
bool is_linked_line(const PassInput& in, std::size_t block);

/// For each block: does it stand in the small box of a form that asks for an e-mail address?
std::vector<bool> blocks_in_address_boxes(const PassInput& in);

} // namespace lectern
