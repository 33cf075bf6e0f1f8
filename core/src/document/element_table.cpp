#include "document/element_table.hpp"

#include <array>

namespace lectern {
namespace {

constexpr std::array<Flow, static_cast<std::size_t>(Tag::count_)> make_table() {
  std::array<Flow, static_cast<std::size_t>(Tag::count_)> table{};
  constexpr Tag kBlocks[] = {
      Tag::address, Tag::article, Tag::aside,  Tag::blockquote, Tag::body,       Tag::button,
      Tag::caption, Tag::center,  Tag::dd,     Tag::details,    Tag::dialog,     Tag::dir,
      Tag::div,     Tag::dl,      Tag::dt,     Tag::fieldset,   Tag::figcaption, Tag::figure,
      Tag::footer,  Tag::form,    Tag::h1,     Tag::h2,         Tag::h3,         Tag::h4,
      Tag::h5,      Tag::h6,      Tag::header, Tag::hgroup,     Tag::hr,         Tag::html,
      Tag::legend,  Tag::li,      Tag::main,   Tag::menu,       Tag::nav,        Tag::ol,
      Tag::p,       Tag::pre,     Tag::search, Tag::section,    Tag::summary,    Tag::table,
      Tag::tbody,   Tag::td,      Tag::tfoot,  Tag::th,         Tag::thead,      Tag::tr,
      Tag::ul};
  constexpr Tag kIgnored[] = {
      Tag::area,     Tag::base,     Tag::canvas,   Tag::datalist, Tag::foreign, Tag::frame,
      Tag::frameset, Tag::head,     Tag::input,    Tag::link,     Tag::map,     Tag::meta,
      Tag::meter,    Tag::noscript, Tag::optgroup, Tag::option,   Tag::param,   Tag::progress,
      Tag::script,   Tag::select,   Tag::source,   Tag::style,    Tag::svg,     Tag::template_,
      Tag::textarea, Tag::title,    Tag::track};
  for (Tag tag : kBlocks) table[static_cast<std::size_t>(tag)] = Flow::block;
  for (Tag tag : kIgnored) table[static_cast<std::size_t>(tag)] = Flow::ignored;
  return table;
}

constexpr auto kTable = make_table();

} // namespace

Flow flow_of(Tag tag) { return kTable[static_cast<std::size_t>(tag)]; }

} // namespace lectern
