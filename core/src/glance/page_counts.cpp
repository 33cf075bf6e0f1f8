// The pass: tags are told by their names, text is added up between the tags that break a line. Each
// such run of text is prose, links or something short; prose that stands together is an article's,
// prose in many small pieces a list's or a forum's.
#include "glance/page_counts.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "glance/address_shape.hpp"
#include "glance/class_words.hpp"
#include "glance/stated_type.hpp"
#include "glance/tag_reader.hpp"

namespace lectern {
namespace {

constexpr std::int32_t kFewestProseBytes = 90; // of a paragraph, white space not counted
constexpr std::int32_t kFewestRunBytes = 3;
constexpr std::int32_t kMostLinkShare = 3; // a third of a paragraph at most is linked
constexpr std::int32_t kThousand = 1000;

std::int32_t share(std::int64_t part, std::int64_t whole) {
  return whole <= 0 ? 0 : static_cast<std::int32_t>(part * kThousand / whole);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Pass {
 public:
  Pass(std::string_view page, PageCounts& counts) : page_(page), counts_(counts) {}

  void run() {
    std::size_t at = 0;
    while (at < page_.size()) {
      if (page_[at] == '<') {
        const std::size_t end = read_tag(at);
        if (end != at) {
          at = end;
          continue;
        }
      }
      at = read_text(at);
    }
    finish_run();
    finish();
  }

  std::string_view stated_address() const { return address_; }

 private:
  // The text up to the next '<'.
  std::size_t read_text(std::size_t begin) {
    const void* found = begin + 1 < page_.size()
                            ? std::memchr(page_.data() + begin + 1, '<', page_.size() - begin - 1)
                            : nullptr;
    const std::size_t end =
        found ? static_cast<std::size_t>(static_cast<const char*>(found) - page_.data())
              : page_.size();
    std::int32_t bytes = 0;
    for (std::size_t at = begin; at < end; ++at) {
      const auto byte = static_cast<unsigned char>(page_[at]);
      if (byte <= ' ') continue;
      ++bytes;
      switch (byte) {
        case '.':
        case ',':
        case ';':
          ++run_marks_;
          break;
        case '?':
          ++counts_[Count::questions];
          break;
        case '$':
          if (near_digit(at, at + 1)) ++counts_[Count::prices];
          break;
        case 0xC2: // the pound sign
          if (at + 1 < end && static_cast<unsigned char>(page_[at + 1]) == 0xA3 &&
              near_digit(at, at + 2))
            ++counts_[Count::prices];
          break;
        case 0xE2: // the euro sign
          if (at + 2 < end && page_[at + 1] == '\x82' && page_[at + 2] == '\xAC' &&
              near_digit(at, at + 3))
            ++counts_[Count::prices];
          break;
        case 0xE3: // the ideographic full stop and comma
          if (at + 2 < end && page_[at + 1] == '\x80' &&
              (page_[at + 2] == '\x82' || page_[at + 2] == '\x81'))
            ++run_marks_;
          break;
        case 0xEF: // the full-width comma
          if (at + 2 < end && page_[at + 1] == '\xBC' && page_[at + 2] == '\x8C') ++run_marks_;
          break;
        default:
          break;
      }
    }
    run_bytes_ += bytes;
    if (in_link_) run_linked_ += bytes;
    if (chrome_depth_ > 0) chrome_bytes_ += bytes;
    return end;
  }

  bool near_digit(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kSpace = 1;
    for (std::size_t i = 0; i <= kSpace; ++i) {
      if (end + i < page_.size() && is_digit(page_[end + i])) return true;
      if (begin > i && is_digit(page_[begin - 1 - i])) return true;
    }
    return false;
  }

  // Past the tag at `at`, with what is inside elements that hold no text; `at` when it is none.
  std::size_t read_tag(std::size_t at) {
    if (page_.substr(at, 4) == "<!--") {
      const std::size_t end = page_.find("-->", at + 4);
      return end == std::string_view::npos ? page_.size() : end + 3;
    }
    TagReader tag(page_, at);
    if (!tag.is_tag()) return at;
    if (tag.is_end()) {
      close(tag.name());
      return tag.end();
    }
    ++counts_[Count::elements];
    read_attributes(tag);
    return open(tag);
  }

  void read_attributes(TagReader& tag) {
    key_ = content_ = type_ = rel_ = href_ = {};
    const bool is_meta = tag.name() == tag_name("meta");
    std::string_view name;
    std::string_view value;
    while (tag.next(name, value)) {
      switch (name.size()) {
        case 2:
          if (name == "id") count_class_words(value, counts_);
          break;
        case 3:
          if (name == "rel") rel_ = value;
          break;
        case 4:
          if (name == "href")
            href_ = value;
          else if (name == "type")
            type_ = value;
          else if (is_meta && name == "name" && key_.empty())
            key_ = value;
          break;
        case 5:
          if (name == "class") {
            count_class_words(value, counts_);
            count_alike(value);
          }
          break;
        case 7:
          if (name == "content") content_ = value;
          break;
        case 8:
          if (name == "property")
            key_ = value;
          else if (name == "itemtype")
            count_type(value, counts_);
          else if (name == "itemprop") {
            if (value == "datePublished") counts_[Count::says_published] = 1;
            if (value == "author") counts_[Count::says_author] = 1;
          }
          break;
        default:
          break;
      }
    }
  }

  // Elements of one class are the items of a list; how many share one is counted by its hash.
  void count_alike(std::string_view classes) {
    constexpr std::size_t kBytesTold = 24;
    std::uint32_t hash = 2166136261u;
    for (const char c : classes.substr(0, kBytesTold))
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    ++alike_[(hash ^ hash >> 16) % alike_.size()];
  }

  std::size_t open(const TagReader& tag) {
    const std::size_t end = tag.end();
    switch (tag.name()) {
      case tag_name("a"):
        ++counts_[Count::links];
        in_link_ = true;
        return end;
      case tag_name("p"):
        finish_run();
        ++counts_[Count::paragraphs];
        in_paragraph_ = true;
        return end;
      case tag_name("h1"):
        return count_block(Count::headings_1, end);
      case tag_name("h2"):
        return count_block(Count::headings_2, end);
      case tag_name("h3"):
        return count_block(Count::headings_3, end);
      case tag_name("h4"):
      case tag_name("h5"):
      case tag_name("h6"):
        return count_block(Count::headings_below, end);
      case tag_name("li"):
        return count_block(Count::list_items, end);
      case tag_name("td"):
      case tag_name("th"):
        return count_block(Count::cells, end);
      case tag_name("figure"):
        return count_block(Count::figures, end);
      case tag_name("form"):
        return count_block(Count::forms, end);
      case tag_name("article"):
        return count_block(Count::articles, end);
      case tag_name("section"):
        return count_block(Count::sections, end);
      case tag_name("pre"):
        return count_block(Count::code_blocks, end);
      case tag_name("blockquo"):
        return count_block(Count::quotes, end);
      case tag_name("img"):
        ++counts_[Count::images];
        return end;
      case tag_name("time"):
        ++counts_[Count::times];
        return end;
      case tag_name("input"):
        if (!equals_ignoring_case(type_, "hidden")) ++counts_[Count::inputs];
        return end;
      case tag_name("button"):
        ++counts_[Count::buttons];
        return end;
      case tag_name("video"):
        ++counts_[Count::videos];
        return end;
      case tag_name("meta"):
        count_meta(trim(key_), trim(content_), counts_);
        if (equals_ignoring_case(key_, "og:url") && address_.empty()) address_ = trim(content_);
        return end;
      case tag_name("link"):
        if (equals_ignoring_case(rel_, "canonical") && !href_.empty()) address_ = trim(href_);
        return end;
      case tag_name("nav"):
      case tag_name("footer"):
      case tag_name("aside"):
        finish_run();
        ++chrome_depth_;
        return end;
      case tag_name("script"): {
        const std::size_t close = tag.end_of_element("script");
        if (contains_ignoring_case(type_, "ld+json"))
          count_json_ld(page_.substr(end, close - end), counts_);
        return close;
      }
      case tag_name("iframe"):
        ++counts_[Count::frames];
        return tag.end_of_element("iframe");
      case tag_name("textarea"):
        ++counts_[Count::text_areas];
        return tag.end_of_element("textarea");
      case tag_name("style"):
        return tag.end_of_element("style");
      case tag_name("title"):
        return tag.end_of_element("title");
      case tag_name("noscript"):
        return tag.end_of_element("noscript");
      case tag_name("svg"):
        return tag.end_of_element("svg");
      case tag_name("template"):
        return tag.end_of_element("template");
      case tag_name("select"):
        return tag.end_of_element("select");
      default:
        if (breaks_run(tag.name())) finish_run();
        return end;
    }
  }

  std::size_t count_block(Count column, std::size_t end) {
    finish_run();
    ++counts_[column];
    return end;
  }

  void close(std::uint64_t name) {
    if (name == tag_name("a")) {
      in_link_ = false;
    } else if (name == tag_name("nav") || name == tag_name("footer") || name == tag_name("aside")) {
      finish_run();
      if (chrome_depth_ > 0) --chrome_depth_;
    } else if (breaks_run(name)) {
      finish_run();
    }
  }

  static bool breaks_run(std::uint64_t name) {
    switch (name) {
      case tag_name("p"):
      case tag_name("div"):
      case tag_name("li"):
      case tag_name("ul"):
      case tag_name("ol"):
      case tag_name("td"):
      case tag_name("th"):
      case tag_name("tr"):
      case tag_name("table"):
      case tag_name("h1"):
      case tag_name("h2"):
      case tag_name("h3"):
      case tag_name("h4"):
      case tag_name("h5"):
      case tag_name("h6"):
      case tag_name("section"):
      case tag_name("article"):
      case tag_name("header"):
      case tag_name("main"):
      case tag_name("figure"):
      case tag_name("figcapti"):
      case tag_name("blockquo"):
      case tag_name("pre"):
      case tag_name("form"):
      case tag_name("label"):
      case tag_name("button"):
      case tag_name("dt"):
      case tag_name("dd"):
      case tag_name("dl"):
      case tag_name("hr"):
      case tag_name("address"):
      case tag_name("details"):
      case tag_name("summary"):
      case tag_name("fieldset"):
        return true;
      default:
        return false;
    }
  }

  void finish_run() {
    const std::int32_t bytes = run_bytes_;
    const std::int32_t linked = run_linked_;
    const std::int32_t marks = run_marks_;
    const bool in_paragraph = in_paragraph_;
    run_bytes_ = run_linked_ = run_marks_ = 0;
    in_paragraph_ = false;
    if (bytes < kFewestRunBytes) return;
    ++runs_;
    text_bytes_ += bytes;
    linked_bytes_ += linked;
    const bool is_prose = bytes >= kFewestProseBytes && linked * kMostLinkShare <= bytes &&
                          marks > 0 && chrome_depth_ == 0;
    if (is_prose) {
      ++counts_[Count::prose_runs];
      prose_bytes_ += bytes;
      if (in_paragraph) paragraph_bytes_ += bytes;
      counts_[Count::sentences] += marks;
      counts_[Count::longest_run] = std::max(counts_[Count::longest_run], bytes);
      cluster_ += bytes;
      counts_[Count::cluster_bytes] =
          std::max(counts_[Count::cluster_bytes],
                   static_cast<std::int32_t>(std::min<std::int64_t>(cluster_, 1 << 30)));
    } else {
      // What stands between two paragraphs parts them, links more than captions.
      const bool is_links = linked * 2 > bytes;
      ++counts_[is_links ? Count::link_runs : Count::short_runs];
      cluster_ -= is_links ? cluster_ / 8 : cluster_ / 16;
    }
  }

  void finish() {
    const auto whole = [](std::int64_t value) {
      return static_cast<std::int32_t>(std::min<std::int64_t>(value, 1 << 30));
    };
    counts_[Count::text_bytes] = whole(text_bytes_);
    counts_[Count::link_share] = share(linked_bytes_, text_bytes_);
    counts_[Count::chrome_share] = share(chrome_bytes_, text_bytes_);
    counts_[Count::prose_bytes] = whole(prose_bytes_);
    counts_[Count::prose_share] = share(prose_bytes_, text_bytes_);
    counts_[Count::prose_in_p_share] = share(paragraph_bytes_, prose_bytes_);
    counts_[Count::cluster_share] = share(counts_[Count::cluster_bytes], prose_bytes_);
    counts_[Count::runs_a_prose] = whole(runs_ * 10 / std::max(1, counts_[Count::prose_runs]));
    constexpr std::int32_t kMany = 8;
    for (const std::int32_t alike : alike_) {
      counts_[Count::most_alike] = std::max(counts_[Count::most_alike], alike);
      counts_[Count::classes_repeated] += alike >= kMany ? 1 : 0;
    }
  }

  std::string_view page_;
  PageCounts& counts_;
  std::string_view key_, content_, type_, rel_, href_; // attributes of the tag at hand
  std::string_view address_;
  std::array<std::int32_t, 2048> alike_{};
  bool in_link_ = false;
  bool in_paragraph_ = false;
  int chrome_depth_ = 0;
  std::int32_t run_bytes_ = 0, run_linked_ = 0, run_marks_ = 0;
  std::int64_t runs_ = 0, text_bytes_ = 0, linked_bytes_ = 0, chrome_bytes_ = 0, prose_bytes_ = 0,
               paragraph_bytes_ = 0, cluster_ = 0;
};

} // namespace

PageCounts count_page(std::string_view page, std::string_view url) {
  PageCounts counts;
  Pass pass(page, counts);
  pass.run();
  count_address(url.empty() ? pass.stated_address() : url, counts);
  return counts;
}

const std::vector<std::string>& page_count_names() {
  static const std::vector<std::string> kNames = {"text_bytes",
                                                  "link_share",
                                                  "chrome_share",
                                                  "prose_bytes",
                                                  "prose_share",
                                                  "prose_runs",
                                                  "longest_run",
                                                  "prose_in_p_share",
                                                  "cluster_bytes",
                                                  "cluster_share",
                                                  "short_runs",
                                                  "link_runs",
                                                  "runs_a_prose",
                                                  "sentences",
                                                  "questions",
                                                  "prices",
                                                  "elements",
                                                  "links",
                                                  "paragraphs",
                                                  "headings_1",
                                                  "headings_2",
                                                  "headings_3",
                                                  "headings_below",
                                                  "list_items",
                                                  "images",
                                                  "figures",
                                                  "inputs",
                                                  "buttons",
                                                  "forms",
                                                  "text_areas",
                                                  "articles",
                                                  "times",
                                                  "cells",
                                                  "frames",
                                                  "videos",
                                                  "code_blocks",
                                                  "quotes",
                                                  "sections",
                                                  "most_alike",
                                                  "classes_repeated",
                                                  "commerce_words",
                                                  "forum_words",
                                                  "comment_words",
                                                  "article_words",
                                                  "listing_words",
                                                  "landing_words",
                                                  "docs_words",
                                                  "video_words",
                                                  "open_graph_type",
                                                  "says_published",
                                                  "says_author",
                                                  "data_article",
                                                  "data_product",
                                                  "data_list",
                                                  "data_forum",
                                                  "data_service",
                                                  "data_questions",
                                                  "data_video",
                                                  "data_page",
                                                  "data_organisation",
                                                  "data_breadcrumb",
                                                  "data_place",
                                                  "address_known",
                                                  "address_depth",
                                                  "address_slug_words",
                                                  "address_last_bytes",
                                                  "address_has_number",
                                                  "address_has_date",
                                                  "address_has_query",
                                                  "address_ends_in_slash",
                                                  "address_article_words",
                                                  "address_other_words"};
  return kNames;
}

} // namespace lectern
