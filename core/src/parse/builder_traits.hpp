#pragma once
// What lexbor's tree builder does with the elements that bounds treat apart.

#include <array>
#include <cstdint>
#include <lexbor/tag/const.h>

namespace lectern {

/// Of an element, as bits.
enum BuilderTrait : std::uint8_t {
  kFormatting = 1,     // enters the list of active formatting elements
  kChangesBuilder = 2, // changes more in the tree builder than its stack, which must not lose it
  kEndTagIsOptional = 4,
  kTablePart = 8, // text in it goes before the table
};

using TraitTable = std::array<std::uint8_t, LXB_TAG__LAST_ENTRY>;

constexpr TraitTable make_traits() {
  TraitTable traits{};
  for (const auto tag : {LXB_TAG_A, LXB_TAG_B, LXB_TAG_BIG, LXB_TAG_CODE, LXB_TAG_EM, LXB_TAG_FONT,
                         LXB_TAG_I, LXB_TAG_NOBR, LXB_TAG_S, LXB_TAG_SMALL, LXB_TAG_STRIKE,
                         LXB_TAG_STRONG, LXB_TAG_TT, LXB_TAG_U}) {
    traits[tag] |= kFormatting;
  }
  for (const auto tag :
       {LXB_TAG_TABLE, LXB_TAG_CAPTION, LXB_TAG_COLGROUP, LXB_TAG_COL, LXB_TAG_TBODY, LXB_TAG_TFOOT,
        LXB_TAG_THEAD, LXB_TAG_TR, LXB_TAG_TD, LXB_TAG_TH, LXB_TAG_TEMPLATE, LXB_TAG_APPLET,
        LXB_TAG_MARQUEE, LXB_TAG_OBJECT, LXB_TAG_SELECT, LXB_TAG_FRAMESET}) {
    traits[tag] |= kChangesBuilder;
  }
  for (const auto tag : {LXB_TAG_P, LXB_TAG_LI, LXB_TAG_DD, LXB_TAG_DT, LXB_TAG_OPTION,
                         LXB_TAG_OPTGROUP, LXB_TAG_RB, LXB_TAG_RP, LXB_TAG_RT, LXB_TAG_RTC}) {
    traits[tag] |= kEndTagIsOptional;
  }
  for (const auto tag : {LXB_TAG_TABLE, LXB_TAG_TBODY, LXB_TAG_TFOOT, LXB_TAG_THEAD, LXB_TAG_TR}) {
    traits[tag] |= kTablePart;
  }
  return traits;
}

inline constexpr TraitTable kTraits = make_traits();

/// Whether the element has any of those traits.
inline bool has_trait(lxb_tag_id_t tag, unsigned traits) {
  return tag < LXB_TAG__LAST_ENTRY && (kTraits[tag] & traits) != 0;
}

} // namespace lectern
