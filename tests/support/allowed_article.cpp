// Every output of an article, held against what may stand in it.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "lectern/lectern.hpp"
#include "support/allowed_output.hpp"

namespace lectern::test {
namespace {

using nlohmann::json;

void append(std::vector<std::string>& all, const char* where,
            const std::vector<std::string>& faults) {
  for (const std::string& fault : faults) all.push_back(std::string(where) + ": " + fault);
}

} // namespace

std::vector<std::string> faults_of_rendered(const Article& article) {
  std::vector<std::string> all;
  RenderOptions with_removed, document, front_matter;
  for (const ArticleBlock& block : article.removed) with_removed.restored.push_back(block.id);
  document.standalone = true;
  document.restored = with_removed.restored;
  front_matter.front_matter = true;
  front_matter.restored = with_removed.restored;

  const std::string html = to_html(article);
  append(all, "to_html", faults_of_html(html, Form::body));
  append(all, "to_html, all restored", faults_of_html(to_html(article, with_removed), Form::body));
  append(all, "to_html, standalone", faults_of_html(to_html(article, document), Form::document));
  for (const auto* blocks : {&article.blocks, &article.removed}) {
    for (const ArticleBlock& block : *blocks)
      append(all, "block_to_html", faults_of_html(block_to_html(block), Form::body));
  }
  append(all, "to_markdown", faults_of_markdown(to_markdown(article)));
  append(all, "to_markdown, front matter", faults_of_markdown(to_markdown(article, front_matter)));
  append(all, "to_epub", faults_of_epub(to_epub(article, {}, with_removed)));

  for (const std::string& text : {html, to_text(article), to_markdown(article), to_json(article)}) {
    if (!is_valid_utf8(text)) all.push_back("invalid UTF-8");
  }
  return all;
}

std::vector<std::string> faults_of_article(const Article& article) {
  std::vector<std::string> all = faults_of_rendered(article);
  const std::string html = to_html(article);
  const std::string as_json = to_json(article);
  const json parsed = json::parse(as_json, nullptr, false);
  if (!parsed.is_object()) {
    all.push_back("to_json: no JSON object");
  } else {
    if (parsed.value("html", "") != html) all.push_back("to_json: its html differs from to_html");
    for (const char* key : {"url", "lead_image"}) {
      const auto found = parsed.find(key);
      const std::string value =
          found != parsed.end() && found->is_string() ? found->get<std::string>() : "";
      const bool is_web = value.empty() || value.rfind("https://", 0) == 0 ||
                          value.rfind("http://", 0) == 0 ||
                          (std::string(key) == "lead_image" && value.rfind("data:image/", 0) == 0 &&
                           value.rfind("data:image/svg", 0) != 0);
      if (!is_web) all.push_back("to_json: " + std::string(key) + " is " + value);
    }
    const auto again = parse_article(as_json);
    if (!again)
      all.push_back("to_json: parse_article() refuses it");
    else if (to_html(*again) != html)
      all.push_back("to_json: read back, it gives other HTML");
  }
  return all;
}

} // namespace lectern::test
