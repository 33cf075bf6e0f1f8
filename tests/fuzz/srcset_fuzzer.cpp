// The value of a srcset.
#include "assemble/srcset.hpp"
#include "fuzz/invariants.hpp"

using namespace lectern;
using namespace lectern::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = to_valid_utf8(view_of(data, size));
  const std::vector<ImageSource> sources = parse_srcset(parse_url("https://quay.example/a/"), text);
  require(sources.size() <= 100, "a few dozen at most");
  for (const ImageSource& source : sources) {
    const std::string_view url = source.url;
    require(url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://" ||
                (url.substr(0, 11) == "data:image/" && url.substr(0, 14) != "data:image/svg"),
            "an address is one of a picture");
    require(source.width >= 0 && source.density >= 0, "sizes are sizes");
    require(is_valid_utf8(url), "an address is valid UTF-8");
    (void)image_identity(url);
  }
  const ImageSource* best = best_source(sources);
  require((best == nullptr) == sources.empty(), "there is a best one of any");
  (void)looks_like_srcset(text);
  (void)looks_like_image_url(text);
  (void)looks_like_placeholder(text);
  return 0;
}
