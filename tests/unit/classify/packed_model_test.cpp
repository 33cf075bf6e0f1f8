#include "classify/packed_model.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "lectern/text_model.hpp"

using namespace lectern;

namespace {

std::string file_of(const std::string& name) {
  std::ifstream file(std::string(LECTERN_SOURCE_DIR) + "/core/data/models/" + name + ".model",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("a packed model is its file again", "[classify]") {
  CHECK(unpack(kHtmlModel) == file_of("html"));
  CHECK(unpack(kTextModel) == file_of("text"));
  CHECK(unpack(kReadableModel) == file_of("readable"));
  CHECK(unpack(kHtmlModel).size() > kHtmlModel.size);
}

TEST_CASE("a packed model that was cut off is none", "[classify]") {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, kHtmlModel.size / 2, kHtmlModel.size - 1})
    CHECK(unpack({kHtmlModel.bytes, size}).empty());
}

TEST_CASE("a file that is no model of plain text is not added", "[classify]") {
  const std::string_view file(reinterpret_cast<const char*>(kTextModel.bytes), kTextModel.size);
  CHECK(add_text_model(file));
  CHECK_FALSE(add_text_model(file.substr(0, file.size() - 1)));
  CHECK_FALSE(add_text_model("no model"));
}
