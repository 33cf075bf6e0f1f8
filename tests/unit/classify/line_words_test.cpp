#include "classify/line_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "classify/block_model.hpp"

using namespace lectern;

namespace {

template <typename T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// A model of one stage with no trees, and weights of words in `1 << bits` places.
std::string model_with_words(std::uint8_t bits, std::size_t places) {
  std::string out = "LCTM";
  put<std::uint8_t>(out, 2);
  put<std::uint8_t>(out, 1);
  put(out, bits);
  put(out, 0.5F);
  put(out, -1.0F);
  out.append(places, '\x02');
  put<std::uint16_t>(out, 0);
  put<std::int32_t>(out, 0);
  put<std::int32_t>(out, 1);
  put<std::uint16_t>(out, 0);
  return out;
}

} // namespace

TEST_CASE("the hashes of a line's words are those that the model was made with", "[classify]") {
  const LineWords words = words_of_line("Read also");
  CHECK(words.count == 2);
  REQUIRE(words.hashes.size() == 5); // two words, the first, the last, the pair
  CHECK(words.hashes == words_of_line("READ, also!").hashes);
  CHECK(words.hashes[0] == 0x9D60AA5EU); // worked out apart from the code
  CHECK(words.hashes[4] == 0x39C8055DU);
  CHECK(words_of_line("...").hashes.empty());
  CHECK(words_of_line("also Read").hashes[4] != words.hashes[4]);
}

TEST_CASE("a line's score is the sum of its places by the root of its words", "[classify]") {
  WordWeights weights{4, 0.25F, 1.0F, std::vector<std::int8_t>(16, 4)};
  CHECK(weights.score(words_of_line("")) == 1.0F);
  // One word is itself, the first and the last, in up to three places.
  const float one = weights.score(words_of_line("shop"));
  CHECK((one == 2.0F || one == 3.0F || one == 4.0F));
}

TEST_CASE("a model file of version 2 has weights of words", "[classify]") {
  const std::string file = model_with_words(3, 8);
  const BlockModel model = BlockModel::parse(file);
  REQUIRE(model.is_valid());
  CHECK(model.words().bits == 3);
  CHECK(model.words().weights == std::vector<std::int8_t>(8, 2));
  for (std::size_t size = 0; size < file.size(); ++size)
    CHECK_FALSE(BlockModel::parse(file.substr(0, size)).is_valid());
  CHECK_FALSE(BlockModel::parse(model_with_words(0, 1)).is_valid());
  CHECK_FALSE(BlockModel::parse(model_with_words(17, std::size_t{1} << 17)).is_valid());
}
