// The pass: tags are told by their names and counted; those that break a line end a run of text,
// and text_runs.cpp says what such a run is. Elements that hold no text are passed over whole.
#include "glance/page_counts.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "glance/address_shape.hpp"
#include "glance/class_words.hpp"
#include "glance/stated_type.hpp"
#include "glance/tag_reader.hpp"
#include "glance/text_runs.hpp"

namespace lectern {
namespace {

class Pass {
 public:
  Pass(std::string_view page, PageCounts& counts)
      : page_(page), counts_(counts), class_words_(counts), runs_(counts) {}

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
    runs_.end_run();
    runs_.finish();
    count_repeated_classes();
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
    runs_.add_text(page_, begin, end);
    return end;
  }

  // Past the tag at `at`, with what is inside elements that hold no text; `at` when it is none.
  std::size_t read_tag(std::size_t at) {
    if (at + 1 < page_.size() && page_[at + 1] == '!' && page_.substr(at, 4) == "<!--") {
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
          if (name == "id") class_words_.count_once(value);
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
          if (name == "class") count_classes(value);
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
  void count_classes(std::string_view classes) {
    constexpr std::size_t kBytesTold = 24;
    std::uint32_t hash = 2166136261u;
    for (const char c : classes.substr(0, kBytesTold))
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    hash ^= hash >> 16;
    ++alike_[hash % alike_.size()];
    class_words_.count(classes, hash);
  }

  void count_repeated_classes() {
    constexpr std::int32_t kMany = 8;
    for (const std::int32_t alike : alike_) {
      counts_[Count::most_alike] = std::max(counts_[Count::most_alike], alike);
      counts_[Count::classes_repeated] += alike >= kMany ? 1 : 0;
    }
  }

  std::size_t open(const TagReader& tag) {
    const std::size_t end = tag.end();
    switch (tag.name()) {
      case tag_name("a"):
        ++counts_[Count::links];
        runs_.set_in_link(true);
        return end;
      case tag_name("p"):
        runs_.end_run();
        ++counts_[Count::paragraphs];
        runs_.set_in_paragraph();
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
        runs_.end_run();
        runs_.enter_chrome();
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
        if (breaks_run(tag.name())) runs_.end_run();
        return end;
    }
  }

  std::size_t count_block(Count column, std::size_t end) {
    runs_.end_run();
    ++counts_[column];
    return end;
  }

  void close(std::uint64_t name) {
    if (name == tag_name("a")) {
      runs_.set_in_link(false);
    } else if (name == tag_name("nav") || name == tag_name("footer") || name == tag_name("aside")) {
      runs_.end_run();
      runs_.leave_chrome();
    } else if (breaks_run(name)) {
      runs_.end_run();
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

  std::string_view page_;
  PageCounts& counts_;
  std::string_view key_, content_, type_, rel_, href_; // attributes of the tag at hand
  std::string_view address_;
  std::array<std::int32_t, 2048> alike_{};
  ClassWords class_words_;
  TextRuns runs_;
};

} // namespace

PageCounts count_page(std::string_view page, std::string_view url) {
  PageCounts counts;
  Pass pass(page, counts);
  pass.run();
  count_address(url.empty() ? pass.stated_address() : url, counts);
  return counts;
}

} // namespace lectern
