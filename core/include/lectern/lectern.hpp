#pragma once
// Lectern: finds the article on a web page.
//
//   extract()         page in, Article out             extract.hpp
//   to_html() ...     Article to HTML, Markdown, text, JSON   render.hpp
//   looks_readable()  is this page an article?         readable.hpp
//   explain()         every block with its verdict     extract.hpp
//
//   lectern::ExtractOptions options;
//   options.url = "https://news.example/story";
//   if (auto article = lectern::extract(page, options))
//   std::puts(lectern::to_markdown(*article).c_str());

#include "lectern/article.hpp"
#include "lectern/extract.hpp"
#include "lectern/options.hpp"
#include "lectern/phrases.hpp"
#include "lectern/readable.hpp"
#include "lectern/render.hpp"
#include "lectern/result.hpp"
#include "lectern/text_model.hpp"
#include "lectern/timings.hpp"
