#pragma once
#include <string_view>

namespace lectern {

/// True for a caption that ends in who made its picture, told by form alone: "The cloud over the
/// harbour. (c) Iona Strachan", "... (Iona Strachan / Agency)", "... . Iona Strachan/Agency", and,
/// as pages glue two elements together, "... over the harbour.Iona Strachan".
bool ends_in_credit(std::string_view text);

} // namespace lectern
