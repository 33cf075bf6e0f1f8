// Prints what read_page_data() makes of pages, one JSON object a line. A development tool: it reads
// lines "id <tab> address <tab> file" on standard input. With --claims also every claim.
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "metadata/authors.hpp"
#include "metadata/headline_zone.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "metadata/publication_dates.hpp"
#include "metadata/read_page_data.hpp"
#include "metadata/titles.hpp"
#include "metadata/visible_lines.hpp"
#include "parse/html_parser.hpp"

using namespace lectern;
using nlohmann::json;

int main(int argc, char** argv) {
  const bool claims = argc > 1 && std::strcmp(argv[1], "--claims") == 0;
  double parse_ms = 0, meta_ms = 0;
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t a = line.find('\t');
    const std::size_t b = line.find('\t', a + 1);
    std::ifstream file(line.substr(b + 1), std::ios::binary);
    std::stringstream buffer;
    buffer << file.rdbuf();
    const std::string html = buffer.str();
    const Url url = parse_url(line.substr(a + 1, b - a - 1));
    using Clock = std::chrono::steady_clock;
    const auto t0 = Clock::now();
    const Dom dom = parse_html(html, {});
    const auto t1 = Clock::now();
    const PageData data = read_page_data(dom, url);
    const auto t2 = Clock::now();
    parse_ms += std::chrono::duration<double, std::milli>(t1 - t0).count();
    meta_ms += std::chrono::duration<double, std::milli>(t2 - t1).count();
    const Metadata& m = data.metadata;
    json out = {
        {"id", line.substr(0, a)},
        {"title", m.title},
        {"byline", m.byline},
        {"date", m.published},
        {"modified", m.modified},
        {"dek", m.dek},
        {"site", m.site_name},
        {"section", m.section},
        {"language", m.language},
        {"is_free", m.is_free},
        {"type", data.page_type},
        {"titles", data.headline_candidates},
        {"src",
         {name_of(m.sources.title), name_of(m.sources.byline), name_of(m.sources.published)}}};
    if (claims) {
      const PageFacts facts = read_page_facts(dom);
      const auto lines = lines_near_headline(dom, data.headline);
      const JsonLd ld = read_json_ld(facts.json_ld, url);
      out["how"] = choose_title(dom, facts, ld, read_site_names(dom, facts, ld, url)).how;
      out["stated"] = {{"json_ld", ld.headline},
                       {"is_article", ld.is_article},
                       {"other", ld.other_headline},
                       {"og", facts.meta("og:title")},
                       {"twitter", facts.meta("twitter:title")},
                       {"title", facts.title}};
      for (const auto& h : facts.headings)
        out["headings"].push_back({h.level, facts.is_chrome(h.region, h.node),
                                   visible_text(dom, h.node, 300), h.is_marked});
      for (const auto& c : read_author_claims(dom, facts, ld, data.headline, lines,
                                              read_site_names(dom, facts, ld, url), m.language))
        out["authors"].push_back({c.place, c.names});
      for (const auto& c : read_date_claims(dom, facts, ld, data.headline, lines, m.language, url))
        out["dates"].push_back(
            {c.place, static_cast<int>(c.label), to_iso(c.date), c.stands_alone});
    }
    std::puts(out.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
  }
  std::fprintf(stderr, "parse %.0f ms, metadata %.0f ms\n", parse_ms, meta_ms);
}
