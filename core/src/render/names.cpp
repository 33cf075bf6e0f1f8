// The stable names of kinds, sources and errors: what JSON, the command line and the wasm package
// say.

#include <array>
#include <utility>

#include "lectern/article.hpp"
#include "lectern/result.hpp"
#include "render/container_names.hpp"

namespace lectern {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 26> kKindNames = {
    "headline",   "dek",           "byline",    "dateline",   "paragraph",
    "heading",    "list_item",     "quote",     "code",       "table",
    "figure",     "embed",         "note",      "divider",    "subscription_prompt",
    "promo",      "advertisement", "share_bar", "consent",    "comment",
    "navigation", "author_bio",    "tag_list",  "pull_quote", "other_article",
    "furniture"};
static_assert(kKindNames.size() == static_cast<std::size_t>(Kind::furniture) + 1);

constexpr std::array<std::string_view, 7> kSourceNames = {
    "none", "json_ld", "open_graph", "meta_tag", "markup", "url", "text"};
static_assert(kSourceNames.size() == static_cast<std::size_t>(MetadataSource::text) + 1);

constexpr std::array<std::string_view, 11> kContainerNames = {
    "unordered_list",  "ordered_list",    "list_item",          "quote", "details", "summary",
    "definition_list", "definition_term", "definition_details", "aside", "notes"};
static_assert(kContainerNames.size() == static_cast<std::size_t>(Container::Type::notes) + 1);

// The enumerator whose name stands at its place in `names`.
template <typename Enumeration, std::size_t kSize>
std::optional<Enumeration> named(const std::array<std::string_view, kSize>& names,
                                 std::string_view name) {
  for (std::size_t i = 0; i < kSize; ++i)
    if (names[i] == name) return static_cast<Enumeration>(i);
  return std::nullopt;
}

// A code, and a sentence for a person.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kErrors = {{
    {"no_article", "no article was found on this page"},
    {"empty_input", "the input is empty"},
    {"not_text", "the input is binary data, not a page"},
    {"input_too_large", "the input is larger than the limit"},
    {"over_budget", "the page is too complex to read within the limits"},
    {"unknown_encoding", "there is no encoding of that name"},
    {"phrases_missing", "the phrases of the page's language have not been loaded"},
    {"model_missing", "the model of plain text has not been loaded"},
}};
static_assert(kErrors.size() == static_cast<std::size_t>(ExtractError::model_missing) + 1);

} // namespace

std::string_view name_of(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_named(std::string_view name) { return named<Kind>(kKindNames, name); }

std::string_view name_of(MetadataSource source) {
  return kSourceNames[static_cast<std::size_t>(source)];
}

std::optional<MetadataSource> metadata_source_named(std::string_view name) {
  return named<MetadataSource>(kSourceNames, name);
}

std::string_view name_of(Container::Type type) {
  return kContainerNames[static_cast<std::size_t>(type)];
}

std::optional<Container::Type> container_type_named(std::string_view name) {
  return named<Container::Type>(kContainerNames, name);
}

std::string_view code_of(ExtractError error) {
  return kErrors[static_cast<std::size_t>(error)].first;
}

std::string_view describe(ExtractError error) {
  return kErrors[static_cast<std::size_t>(error)].second;
}

} // namespace lectern
