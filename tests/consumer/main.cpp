#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "lectern/lectern.hpp"

int main(int argument_count, char** arguments) {
  if (argument_count < 2) return 2;
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string page(std::istreambuf_iterator<char>(file), {});

  lectern::ExtractOptions options;
  options.url = "https://news.example/story";
  if (auto article = lectern::extract(page, options))
    std::puts(lectern::to_markdown(*article).c_str());
}
