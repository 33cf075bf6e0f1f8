// An address, and as a reference from two pages: what comes out is safe, and stays what it is.
#include "base/url.hpp"
#include "fuzz/invariants.hpp"

using namespace lectern;
using namespace lectern::fuzz;

namespace {

bool has_prefix(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

void check_safe(const std::string& address, bool is_image) {
  if (address.empty()) return;
  const bool is_web = has_prefix(address, "https://") || has_prefix(address, "http://");
  const bool is_allowed =
      is_web ||
      (is_image ? has_prefix(address, "data:image/") && !has_prefix(address, "data:image/svg")
                : has_prefix(address, "mailto:") || has_prefix(address, "tel:"));
  require(is_allowed, "its scheme is allowed: " + address);
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    require(byte > 0x20 && byte != 0x7F && c != '"' && c != '<' && c != '>',
            "it holds no character that ends it: " + address);
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = to_valid_utf8(view_of(data, size));
  const Url url = parse_url(text);
  if (url.is_valid()) {
    const std::string href = url.href();
    require(is_valid_utf8(href), "an address is valid UTF-8");
    const Url again = parse_url(href);
    require(again.is_valid() && again.href() == href, "an address stays what it is: " + href);
  }
  for (const char* page :
       {"https://user@quay.example:8080/2026/ferry?a=b#c", "", "mailto:a@b.example"}) {
    const Url base = parse_url(page);
    check_safe(safe_link(base, text), false);
    check_safe(safe_image(base, text), true);
    (void)resolve_url(base, text).href();
  }
  (void)url.site();
  return 0;
}
