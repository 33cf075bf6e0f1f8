#pragma once
#include <cstdint>
#include <string_view>

namespace lectern {

/// The elements that some stage treats apart. Everything else, custom elements too, is `unknown`;
/// elements inside svg and math (those themselves excepted) are `foreign`.
// clang-format off
enum class Tag : std::uint8_t {
  text, unknown, foreign,
  a, abbr, acronym, address, amp_img, area, article, aside, audio, b, base, bdi, bdo, big, blockquote, body, br,
  button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn,
  dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2,
  h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li,
  link, main, map, mark, math, menu, meta, meter, nav, nobr, noscript, object, ol, optgroup, option,
  output, p, param, picture, pre, progress, q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select,
  slot, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template_,
  textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, var, video, wbr,
  count_
};
// clang-format on

/// The element's tag, `unknown` for a name that has none.
Tag tag_named(std::string_view name);

/// The name as written in HTML, "text" for text.
std::string_view name_of(Tag tag);

} // namespace lectern
