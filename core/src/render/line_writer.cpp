#include "render/line_writer.hpp"

namespace lectern {
namespace {

void cut_trailing_spaces(std::string& out, std::size_t from) {
  while (out.size() > from && out.back() == ' ') out.pop_back();
}

} // namespace

void LineWriter::write_blank() {
  const std::size_t begin = out_.size();
  for (const Level& level : levels_) {
    if (!level.is_used) break;
    out_ += level.rest;
  }
  cut_trailing_spaces(out_, begin);
  out_ += '\n';
}

void LineWriter::write(std::string_view text) {
  for (;;) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const std::size_t begin = out_.size();
    for (Level& level : levels_) {
      out_ += level.is_used ? level.rest : level.first;
      level.is_used = true;
    }
    if (line.empty()) cut_trailing_spaces(out_, begin);
    out_.append(line);
    out_ += '\n';
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

int LineWriter::prefix_width() const {
  std::size_t width = 0;
  for (const Level& level : levels_) width += level.rest.size();
  return static_cast<int>(width);
}

} // namespace lectern
