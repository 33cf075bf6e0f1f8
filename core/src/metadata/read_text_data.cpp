#include "metadata/read_text_data.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rules/language.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxBytesForLanguage = 20'000;
constexpr std::size_t kMinSlugWords = 3;

/// "/world/putin-and-kim-meet-4711.html" gives "putin and kim meet".
std::string words_of_address(const Url& url) {
  std::string best;
  std::size_t most = 0;
  for (std::string_view part : split(url.path, '/')) {
    std::string words;
    std::size_t count = 0;
    std::string word;
    const auto end_word = [&] {
      const bool is_number =
          std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!word.empty() && !is_number && word != "html" && word != "htm" && word != "php") {
        if (!words.empty()) words.push_back(' ');
        words += word;
        ++count;
      }
      word.clear();
    };
    for (char c : part) {
      if (c == '-' || c == '_' || c == '.' || c == '+')
        end_word();
      else
        word.push_back(c);
    }
    end_word();
    if (count > most) {
      most = count;
      best = words;
    }
  }
  return most >= kMinSlugWords ? best : std::string();
}

} // namespace

PageData read_text_data(const Document& document, const Url& page_url) {
  PageData data;
  if (page_url.is_valid()) data.metadata.url = page_url.href();
  // Long lines are prose; menus would only blur the language.
  std::string sample;
  for (const Block& block : document.blocks) {
    const std::string_view text = document.text_of(block);
    if (text.size() < 80) continue;
    sample.append(text).push_back('\n');
    if (sample.size() > kMaxBytesForLanguage) break;
  }
  if (sample.empty()) sample = document.text.substr(0, kMaxBytesForLanguage);
  data.metadata.language = detect_language(sample);
  if (!data.metadata.language.empty()) {
    data.metadata.sources.language = MetadataSource::text;
    data.metadata.direction = is_right_to_left(data.metadata.language) ? "rtl" : "ltr";
  }
  if (std::string words = words_of_address(page_url); !words.empty())
    data.headline_candidates.push_back(std::move(words));
  return data;
}

} // namespace lectern
