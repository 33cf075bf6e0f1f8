#include "metadata/json_ld.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

#include "base/text.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/json_tape.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMostAuthors = 40;
constexpr std::size_t kMostTags = 60;
constexpr std::size_t kMostImages = 8;
constexpr std::uint32_t kNone = JsonTape::kNone;

// Types whose object is the page's text. The order of the second list is of falling specificity.
constexpr std::array<std::string_view, 19> kArticleTypes = {"article",
                                                            "newsarticle",
                                                            "reportagenewsarticle",
                                                            "analysisnewsarticle",
                                                            "opinionnewsarticle",
                                                            "backgroundnewsarticle",
                                                            "reviewnewsarticle",
                                                            "askpublicnewsarticle",
                                                            "advertisercontentarticle",
                                                            "satiricalarticle",
                                                            "scholarlyarticle",
                                                            "medicalscholarlyarticle",
                                                            "techarticle",
                                                            "blogposting",
                                                            "liveblogposting",
                                                            "socialmediaposting",
                                                            "discussionforumposting",
                                                            "report",
                                                            "recipe"};
constexpr std::array<std::string_view, 15> kOtherTypes = {
    "howto",          "review",      "qapage",         "question", "blog",  "newsmediaarticle",
    "medicalwebpage", "videoobject", "podcastepisode", "product",  "event", "book",
    "creativework",   "webpage",     "itempage"};

// Members below which an object is about something else than the page.
constexpr std::array<std::string_view, 22> kForeignMembers = {
    "itemListElement", "hasPart",       "mentions",    "relatedLink",     "citation",
    "isPartOf",        "comment",       "review",      "video",           "associatedMedia",
    "publisher",       "author",        "image",       "subjectOf",       "blogPost",
    "isRelatedTo",     "isBasedOn",     "workExample", "suggestedAnswer", "acceptedAnswer",
    "itemReviewed",    "liveBlogUpdate"};

int type_rank(std::string_view type) {
  const std::string lower = ascii_lower(type);
  if (std::find(kArticleTypes.begin(), kArticleTypes.end(), lower) != kArticleTypes.end())
    return 100;
  const auto other = std::find(kOtherTypes.begin(), kOtherTypes.end(), lower);
  if (other == kOtherTypes.end()) return 0;
  return 50 - static_cast<int>(other - kOtherTypes.begin());
}

class Reader {
 public:
  Reader(const JsonTape& tape, const Url& page_url) : tape_(tape), page_url_(page_url) {}

  JsonLd read() {
    index_objects();
    JsonLd result;
    if (best_ != kNone) read_article(best_, result);
    for (const std::uint32_t object : pages_) {
      if (object != best_) fill_from_page(object, result);
    }
    if (result.site_name.empty() && site_ != kNone)
      result.site_name = plain(tape_.text(site_, "name"));
    if (result.site_name.empty() && organisation_ != kNone) {
      result.site_name = plain(tape_.text(organisation_, "name"));
    }
    return result;
  }

 private:
  static std::string plain(const std::string& text) { return claim_text(text); }

  // The last part of the type's name, of the type that ranks highest when there are several.
  std::string type_of(std::uint32_t object) const {
    const std::uint32_t at = tape_.member(object, "@type");
    if (at == kNone) return {};
    if (tape_[at].type != JsonValue::Type::array) return last_part(tape_.text(at));
    std::string best;
    for (std::uint32_t item = tape_.first_child(at); item != kNone;
         item = tape_.next_sibling(item)) {
      const std::string type = last_part(tape_.text(item));
      if (best.empty() || type_rank(type) > type_rank(best)) best = type;
    }
    return best;
  }

  static std::string last_part(std::string text) {
    const std::size_t at = text.find_last_of("/#:");
    return at == std::string::npos ? text : text.substr(at + 1);
  }

  bool is_foreign(std::uint32_t object) const {
    for (std::uint32_t at = object; at != kNone; at = tape_[at].parent) {
      const std::string_view key = tape_[at].key;
      if (!key.empty() &&
          std::find(kForeignMembers.begin(), kForeignMembers.end(), key) != kForeignMembers.end()) {
        return true;
      }
    }
    return false;
  }

  bool names_page(std::string_view address) const {
    if (address.empty() || !page_url_.is_valid()) return false;
    const Url url = resolve_url(page_url_, address);
    return url.is_valid() && url.host == page_url_.host && url.path == page_url_.path &&
           url.path.size() > 1;
  }

  bool is_of_page(std::uint32_t object) const {
    if (names_page(tape_.text(object, "url")) || names_page(tape_.text(object, "@id"))) return true;
    const std::uint32_t main = tape_.member(object, "mainEntityOfPage");
    if (main == kNone) return false;
    return names_page(tape_[main].type == JsonValue::Type::object ? tape_.text(main, "@id")
                                                                  : tape_.text(main));
  }

  void index_objects() {
    int best_rank = 0;
    std::uint32_t questions_end = 0;
    for (std::uint32_t at = 0; at < tape_.size(); ++at) {
      if (tape_[at].type != JsonValue::Type::object) continue;
      const std::uint32_t id = tape_.member(at, "@id");
      if (id != kNone && tape_[at].end - at > 3) by_id_.emplace(tape_[id].text, at);
      const std::string type = type_of(at);
      if (type.empty()) continue;
      // The questions of a list of questions are not what the page is called.
      if (type == "FAQPage") questions_end = tape_[at].end;
      if (at < questions_end && type != "FAQPage") continue;
      if (is_foreign(at)) continue;
      if (type == "WebSite" && site_ == kNone) site_ = at;
      if ((type == "Organization" || type == "NewsMediaOrganization") && organisation_ == kNone)
        organisation_ = at;
      int rank = type_rank(type);
      if (rank == 0) continue;
      if (rank <= 50 && pages_.size() < 16) pages_.push_back(at);
      if (rank == 100 && tape_.member(at, "headline") == kNone && tape_.member(at, "name") == kNone)
        rank = 60;
      if (is_of_page(at)) rank += rank >= 60 ? 20 : 1;
      if (rank > best_rank) {
        best_rank = rank;
        best_ = at;
      }
    }
  }

  // The object that a reference {"@id": ...} stands for.
  std::uint32_t resolve(std::uint32_t at) const {
    if (at == kNone || tape_[at].type != JsonValue::Type::object || tape_[at].end - at > 3)
      return at;
    const std::uint32_t id = tape_.member(at, "@id");
    if (id == kNone) return at;
    const auto found = by_id_.find(tape_[id].text);
    return found == by_id_.end() ? at : found->second;
  }

  void read_author(std::uint32_t at, JsonLd& result) const {
    if (result.authors.size() + result.author_organisations.size() >= kMostAuthors) return;
    at = resolve(at);
    std::string name;
    bool organisation = false;
    if (tape_[at].type == JsonValue::Type::object) {
      const std::uint32_t member = tape_.member(at, "name");
      if (member != kNone && tape_[member].type == JsonValue::Type::array) {
        for (std::uint32_t item = tape_.first_child(member); item != kNone;
             item = tape_.next_sibling(item)) {
          if (tape_[item].type != JsonValue::Type::object)
            add_author(plain(tape_.text(item)), false, result);
        }
        return;
      }
      name = plain(tape_.text(member));
      if (name.empty()) {
        name = plain(tape_.text(at, "givenName") + " " + tape_.text(at, "familyName"));
      }
      organisation = type_of(at).find("Organization") != std::string::npos;
    } else {
      name = plain(tape_.text(at));
    }
    add_author(name, organisation, result);
  }

  static void add_author(const std::string& name, bool organisation, JsonLd& result) {
    if (name.empty() || name == "null" || name == "true" || name == "false") return;
    auto& names = organisation ? result.author_organisations : result.authors;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  template <typename Visit>
  void each(std::uint32_t at, Visit visit) const {
    if (at == kNone) return;
    if (tape_[at].type != JsonValue::Type::array) return visit(at);
    for (std::uint32_t item = tape_.first_child(at); item != kNone; item = tape_.next_sibling(item))
      visit(item);
  }

  void read_article(std::uint32_t object, JsonLd& result) const {
    result.type = type_of(object);
    result.is_article = type_rank(result.type) == 100;
    result.headline = plain(tape_.text(object, "headline"));
    const std::string name = plain(tape_.text(object, "name"));
    result.other_headline = plain(tape_.text(object, "alternativeHeadline"));
    if (result.headline.empty())
      result.headline = name;
    else if (result.other_headline.empty())
      result.other_headline = name;
    each(tape_.member(object, "author"), [&](std::uint32_t at) { read_author(at, result); });
    if (result.authors.empty() && result.author_organisations.empty()) {
      each(tape_.member(object, "creator"), [&](std::uint32_t at) { read_author(at, result); });
    }
    fill_from_page(object, result);
    result.body = claim_paragraphs(tape_.text(object, "articleBody"));
    const std::uint32_t section = tape_.member(object, "articleSection");
    each(section, [&](std::uint32_t at) {
      if (result.section.empty()) result.section = plain(tape_.text(at));
    });
    each(tape_.member(object, "keywords"), [&](std::uint32_t at) {
      const std::string text = plain(
          tape_[at].type == JsonValue::Type::object ? tape_.text(at, "name") : tape_.text(at));
      for (const std::string_view part : split(text, ',')) {
        if (result.tags.size() < kMostTags && !trim(part).empty())
          result.tags.emplace_back(trim(part));
      }
    });
    const std::uint32_t publisher = resolve(tape_.member(object, "publisher"));
    if (publisher != kNone) {
      result.site_name =
          plain(tape_[publisher].type == JsonValue::Type::object ? tape_.text(publisher, "name")
                                                                 : tape_.text(publisher));
    }
    if (result.is_article) read_access(object, result);
  }

  void read_access(std::uint32_t object, JsonLd& result) const {
    const auto says_no = [this](std::uint32_t at) {
      const std::string value = tape_.text(at, "isAccessibleForFree");
      return equals_ignoring_case(value, "false") ||
             equals_ignoring_case(last_part(value), "false") || value == "0";
    };
    if (says_no(object)) result.is_free = false;
    each(tape_.member(object, "hasPart"), [&](std::uint32_t at) {
      if (tape_[at].type == JsonValue::Type::object && says_no(at)) result.is_free = false;
    });
  }

  void fill_from_page(std::uint32_t object, JsonLd& result) const {
    const auto fill = [](std::string& field, std::string value) {
      if (field.empty()) field = std::move(value);
    };
    fill(result.published, tape_.text(object, "datePublished"));
    if (result.published.empty()) fill(result.published, tape_.text(object, "uploadDate"));
    fill(result.modified, tape_.text(object, "dateModified"));
    fill(result.description, plain(tape_.text(object, "description")));
    fill(result.language, tape_.text(object, "inLanguage"));
    if (result.images.empty()) {
      each(tape_.member(object, "image"), [&](std::uint32_t at) {
        at = resolve(at);
        const std::string url =
            tape_[at].type == JsonValue::Type::object ? tape_.text(at, "url") : tape_.text(at);
        if (!url.empty() && result.images.size() < kMostImages) result.images.push_back(url);
      });
    }
    if (result.authors.empty() && result.author_organisations.empty()) {
      each(tape_.member(object, "author"), [&](std::uint32_t at) { read_author(at, result); });
    }
    if (result.type.empty()) result.type = type_of(object);
  }

  const JsonTape& tape_;
  const Url& page_url_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;
  std::vector<std::uint32_t> pages_; // objects of weaker types, which may fill gaps
  std::uint32_t best_ = kNone;
  std::uint32_t site_ = kNone;
  std::uint32_t organisation_ = kNone;
};

} // namespace

JsonLd read_json_ld(const std::vector<std::string_view>& scripts, const Url& page_url) {
  constexpr std::size_t kMostScripts = 40;
  JsonTape tape;
  std::deque<std::string> decoded; // of scripts whose quotes a template has escaped
  for (std::size_t i = 0; i < scripts.size() && i < kMostScripts; ++i) {
    std::string_view text = scripts[i].substr(0, JsonTape::kMaxBytes);
    if (text.find('"') == std::string_view::npos && text.find("&quot;") != std::string_view::npos) {
      decoded.push_back(decode_entities(text));
      text = decoded.back();
    }
    tape.read(text);
  }
  return Reader(tape, page_url).read();
}

} // namespace lectern
