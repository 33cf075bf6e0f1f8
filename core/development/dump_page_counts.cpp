// Writes what count_page() counts on many pages, for scripts/train_readable.
//
//   lectern_page_counts < pages.jsonl      lectern_page_counts --columns
//
// Reads the JSON Lines that `lectern batch` reads. Writes one line a page:
// {"id", "with_url", "without_url"}, the counts with the address given and without it.
#include <cstdio>
#include <cstring>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "glance/page_counts.hpp"

int main(int count, char** arguments) {
  if (count == 2 && std::strcmp(arguments[1], "--columns") == 0) {
    for (const std::string& name : lectern::page_count_names()) std::puts(name.c_str());
    return 0;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const nlohmann::json job = nlohmann::json::parse(line, nullptr, false);
    if (job.is_discarded() || !job.contains("html")) continue;
    const std::string page = job["html"].get<std::string>();
    const std::string url =
        job.contains("url") && job["url"].is_string() ? job["url"].get<std::string>() : "";
    const nlohmann::json answer{{"id", job["id"]},
                                {"with_url", lectern::count_page(page, url).values},
                                {"without_url", lectern::count_page(page, {}).values}};
    std::puts(answer.dump().c_str());
  }
  return 0;
}
