#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/url.hpp"
#include "lectern/article.hpp"

namespace lectern {

/// The candidates of a srcset as the HTML Standard reads one, with safe absolute addresses; commas
/// inside addresses belong to them. At most a few dozen are read.
std::vector<ImageSource> parse_srcset(const Url& base, std::string_view srcset);

/// The candidate for an ordinary screen: the smallest that is wide enough, else the widest. Null
/// for none.
const ImageSource* best_source(const std::vector<ImageSource>& sources);

/// Looks like a srcset: an address with a `w` or `x` descriptor after it.
bool looks_like_srcset(std::string_view value);

/// Looks like the address of an image file: its path ends in an image suffix, or an image service's
/// parameters follow.
bool looks_like_image_url(std::string_view value);

/// Stands in for an image that is loaded later: a tiny data URL, or a file named as blank or
/// loading.
bool looks_like_placeholder(std::string_view value);

/// The part of an image's address that stays the same between its sizes: the file name without size
/// suffixes and without a query. Empty when nothing can be told.
std::string image_identity(std::string_view url);

} // namespace lectern
