#pragma once
// Names of authors, out of bylines and metadata values in the languages of core/data/bylines.

#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// The names in a byline or in an author field: "By Ann Lee and Bo Ek, Senior Reporters | 3 May"
/// gives "Ann Lee" and "Bo Ek". Agencies stay; a group ("Staff", "Redaktion") is named when no
/// person is. Roles, dates, addresses, handles and links are cut. `language` is a BCP 47 tag or
/// empty.
std::vector<std::string> names_in_byline(std::string_view line, std::string_view language = {});

/// Those whom a line names for something else than the text: of "Photos by Ann Lee, styled by Bo
/// Ek" both, of a byline nobody.
std::vector<std::string> others_in_line(std::string_view line, std::string_view language = {});

/// True for a line that is a byline and nothing more: it begins with "By" or the like, or it ends
/// as bylines do in scripts without spaces, and what is left are names and what goes with them.
bool looks_like_byline(std::string_view line, std::string_view language = {});

/// The byline inside a line: from a label with a colon on; in scripts without spaces also of
/// "... (reporter Name)" what stands in the brackets. Empty when there is none.
std::string_view byline_inside(std::string_view line, std::string_view language = {});

/// True for a line that only announces a byline: "By", "Written by", "Author:".
bool is_byline_label(std::string_view line, std::string_view language = {});

/// True for a line that says what a person is and nothing else: "Senior Reporter", "Tech Writer".
bool is_role_line(std::string_view line, std::string_view language = {});

/// True for a name that is a group's and no person's: "Newsroom", "Example GmbH".
bool is_group_name(std::string_view name, std::string_view language = {});

/// True for the short names of agencies, with what newsrooms add: "dpa", "APA/AP", "FR with dpa".
bool is_agency(std::string_view text, std::string_view language = {});

/// True for a short text in the form of a person's name: capitalised words, no sentence.
bool looks_like_name(std::string_view text, std::string_view language = {});

/// True for a name that holds a word known as a given name, or in scripts without spaces begins
/// with a family name: where nothing else tells a person from a place, a product, a heading.
bool is_known_person(std::string_view name, std::string_view language = {});

} // namespace lectern
