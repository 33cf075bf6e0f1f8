// Writes the features of every block of many pages, for scripts/train.
//
//   lectern_features OUT < pages.jsonl      lectern_features --columns html|text
//
// Reads the JSON Lines that `lectern batch` reads. Writes, for the blocks of all pages one after
// another, OUT.f32 (rows of 32-bit floats), OUT.groups (four 32-bit numbers a block: VoteGroups)
// and OUT.words (32-bit numbers, for each block how many words and hashes, and LineWords' hashes),
// and OUT.jsonl, one line a page: {"id", "columns", "texts", "kinds"}.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis.hpp"
#include "classify/line_words.hpp"
#include "classify/neighbour_votes.hpp"
#include "classify/passes.hpp"
#include "lectern/lectern.hpp"

namespace {

void write_words(std::ostream& out, const lectern::LineWords& words) {
  const std::uint32_t counts[] = {static_cast<std::uint32_t>(words.count),
                                  static_cast<std::uint32_t>(words.hashes.size())};
  out.write(reinterpret_cast<const char*>(counts), sizeof counts);
  out.write(reinterpret_cast<const char*>(words.hashes.data()),
            static_cast<std::streamsize>(words.hashes.size() * sizeof words.hashes[0]));
}

} // namespace

int main(int count, char** arguments) {
  if (count == 3 && std::strcmp(arguments[1], "--columns") == 0) {
    std::vector<std::string> names = lectern::first_stage_columns();
    names.resize(lectern::FeatureTable(0, std::strcmp(arguments[2], "text") == 0).columns());
    for (const std::string& name : names) std::puts(name.c_str());
    return 0;
  }
  if (count != 2) {
    std::fputs("usage: lectern_features OUT < pages.jsonl\n", stderr);
    return 2;
  }
  const std::string out = arguments[1];
  std::ofstream rows(out + ".f32", std::ios::binary), groups(out + ".groups", std::ios::binary),
      words(out + ".words", std::ios::binary), pages(out + ".jsonl");
  for (std::string line; std::getline(std::cin, line);) {
    const nlohmann::json job = nlohmann::json::parse(line, nullptr, false);
    if (job.is_discarded()) continue;
    lectern::ExtractOptions options;
    if (job.contains("url") && job["url"].is_string()) options.url = job["url"].get<std::string>();
    options.input = job.contains("text") ? lectern::InputFormat::text : lectern::InputFormat::html;
    const std::string page = job[job.contains("text") ? "text" : "html"].get<std::string>();
    nlohmann::json answer{{"id", job["id"]}, {"columns", 0}};
    nlohmann::json texts = nlohmann::json::array(), kinds = texts;
    if (const auto analysis = lectern::analyse(page, options, lectern::parse_url(options.url))) {
      answer["columns"] = analysis->features.columns();
      const std::size_t blocks = analysis->document.blocks.size();
      for (std::size_t i = 0; i < blocks; ++i) {
        const std::vector<float> row = analysis->features.row(i);
        rows.write(reinterpret_cast<const char*>(row.data()),
                   static_cast<std::streamsize>(row.size() * sizeof(row[0])));
        const std::string_view text = analysis->document.text_of(analysis->document.blocks[i]);
        texts.push_back(text);
        write_words(words, lectern::words_of_line(text));
        kinds.push_back(
            lectern::name_of(lectern::kind_of_shape(analysis->document.blocks[i].shape)));
      }
      const auto votes = lectern::vote_groups(analysis->dom, analysis->document);
      groups.write(reinterpret_cast<const char*>(votes.data()),
                   static_cast<std::streamsize>(votes.size() * sizeof(votes[0])));
    }
    answer["texts"] = std::move(texts);
    answer["kinds"] = std::move(kinds);
    pages << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  rows.flush();
  groups.flush();
  words.flush();
  pages.flush();
  return rows && groups && words && pages ? 0 : 1;
}
