// The block table: a table for people, or JSON Lines with every feature for training.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

#include "commands.hpp"
#include "json_string.hpp"
#include "streams.hpp"

namespace lectern::tools {
namespace {

constexpr std::size_t kColumnsWithoutTerminal = 160;
constexpr std::size_t kLeastTextColumns = 30;

std::size_t screen_columns() {
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kColumnsWithoutTerminal;
}

std::string number(double value, const char* format) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer;
}

// The beginning of `text` in at most `columns` characters, on one line.
std::string beginning_of(std::string_view text, std::size_t columns) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_first_byte = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (is_first_byte && count++ == columns) return out + "...";
    out += text[i] == '\n' || text[i] == '\t' ? ' ' : text[i];
  }
  return out;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string table_of(const std::vector<ExplainedBlock>& blocks, bool with_features) {
  std::size_t id_width = 2, kind_width = 4, reason_width = 6;
  for (const ExplainedBlock& block : blocks) {
    id_width = std::max(id_width, std::to_string(block.id).size());
    kind_width = std::max(kind_width, name_of(block.kind).size() + 2);
    reason_width = std::max(reason_width, block.reason.size());
  }
  const std::size_t before_text = id_width + 1 + kind_width + 1 + 4 + 1 + reason_width + 1;
  const std::size_t screen = screen_columns();
  const std::size_t columns =
      screen > before_text + kLeastTextColumns + 3 ? screen - before_text - 3 : kLeastTextColumns;

  std::string out = padded("id", id_width) + " " + padded("kind", kind_width) + " conf " +
                    padded("reason", reason_width) + " text\n";
  const std::vector<std::string>& names = feature_names();
  for (const ExplainedBlock& block : blocks) {
    const std::string kind = (is_kept(block.kind) ? "  " : "- ") + std::string(name_of(block.kind));
    out += padded(std::to_string(block.id), id_width) + " " + padded(kind, kind_width) + " " +
           number(static_cast<double>(block.confidence), "%.2f") + " " +
           padded(block.reason, reason_width) + " " + beginning_of(block.text, columns) + "\n";
    if (!with_features) continue;
    const std::string margin(id_width + 3, ' ');
    out += margin + block.path + "\n" + margin;
    for (std::size_t i = 0; i < block.features.size() && i < names.size(); ++i)
      if (block.features[i] != 0)
        out += names[i] + "=" + number(static_cast<double>(block.features[i]), "%.4g") + " ";
    out += "\n";
  }
  return out;
}

std::string json_lines_of(const std::vector<ExplainedBlock>& blocks) {
  std::string out;
  const std::vector<std::string>& names = feature_names();
  for (const ExplainedBlock& block : blocks) {
    out += "{\"id\":" + std::to_string(block.id) + ",\"kind\":" + json_string(name_of(block.kind)) +
           ",\"kept\":" + (is_kept(block.kind) ? "true" : "false") +
           ",\"confidence\":" + number(static_cast<double>(block.confidence), "%.4g") +
           ",\"reason\":" + json_string(block.reason) + ",\"path\":" + json_string(block.path) +
           ",\"features\":{";
    for (std::size_t i = 0; i < block.features.size() && i < names.size(); ++i) {
      if (i > 0) out += ",";
      out += json_string(names[i]) + ":" + number(static_cast<double>(block.features[i]), "%.7g");
    }
    out += "},\"text\":" + json_string(block.text) + "}\n";
  }
  return out;
}

} // namespace

int run(const ExplainCommand& command) {
  const auto page = read_input(command.file, command.options.max_input_bytes);
  if (!page) return kCannotRead;
  const auto blocks = explain(*page, command.options);
  if (!blocks) {
    print_error(name_of_input(command.file) + ": " + std::string(describe(blocks.error())));
    return exit_status_of(blocks.error());
  }
  return write_output(command.json ? json_lines_of(*blocks) : table_of(*blocks, command.features));
}

} // namespace lectern::tools
