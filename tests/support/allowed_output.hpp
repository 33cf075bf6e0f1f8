#pragma once
// What may stand in Lectern's output, written down a second time: a slip in the writer's own table
// is no excuse here. HTML is read by the project's own HTML5 parser, as a browser would read it.

#include <string>
#include <string_view>
#include <vector>

#include "lectern/article.hpp"

namespace lectern::test {

enum class Form { body, document };

/// What in `html` may not stand there, one sentence each; also what changes when the tree is
/// written out and parsed again.
std::vector<std::string> faults_of_html(std::string_view html, Form form);

/// What in a Markdown document a renderer would take for markup that we did not make: raw HTML
/// outside code, links to addresses that may not be linked, a second front matter.
std::vector<std::string> faults_of_markdown(std::string_view markdown);

/// What in a book is none of ours: file names, XML that is not well-formed, elements, attributes
/// and addresses.
std::vector<std::string> faults_of_epub(std::string_view epub);

/// The same for what the writers make of an article: HTML with and without what was removed, each
/// block alone, Markdown and a book. All text is valid UTF-8.
std::vector<std::string> faults_of_rendered(const Article& article);

/// The same, and its JSON gives the same article again.
std::vector<std::string> faults_of_article(const Article& article);

} // namespace lectern::test
