// Writes the features of every block of many pages, for scripts/train.
//
//   lectern_features OUT < pages.jsonl
//
// Reads the JSON Lines that `lectern batch` reads. Writes OUT.f32, the rows of all pages one after
// another (32-bit floats), and OUT.jsonl, one line a page: {"id", "columns", "texts", "kinds", "paths"}.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "lectern/lectern.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: lectern_features OUT < pages.jsonl\n", stderr);
    return 2;
  }
  const std::string out = arguments[1];
  std::ofstream rows(out + ".f32", std::ios::binary), pages(out + ".jsonl");
  for (std::string line; std::getline(std::cin, line);) {
    const nlohmann::json job = nlohmann::json::parse(line, nullptr, false);
    if (job.is_discarded()) continue;
    lectern::ExtractOptions options;
    if (job.contains("url") && job["url"].is_string()) options.url = job["url"].get<std::string>();
    options.input = job.contains("text") ? lectern::InputFormat::text : lectern::InputFormat::html;
    const std::string page = job[job.contains("text") ? "text" : "html"].get<std::string>();
    nlohmann::json answer{{"id", job["id"]}, {"columns", lectern::feature_names().size()}};
    nlohmann::json texts = nlohmann::json::array(), kinds = texts, paths = texts;
    if (const auto blocks = lectern::explain(page, options)) {
      for (const lectern::ExplainedBlock& block : *blocks) {
        rows.write(reinterpret_cast<const char*>(block.features.data()),
                   static_cast<std::streamsize>(block.features.size() * sizeof(float)));
        texts.push_back(block.text);
        kinds.push_back(lectern::name_of(block.kind));
        paths.push_back(block.path);
      }
    }
    answer["texts"] = std::move(texts);
    answer["kinds"] = std::move(kinds);
    answer["paths"] = std::move(paths);
    pages << answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  rows.flush();
  pages.flush();
  return rows && pages ? 0 : 1;
}
