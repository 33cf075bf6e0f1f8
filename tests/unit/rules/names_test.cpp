#include "rules/names.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

using namespace lectern;

namespace {

// Names joined with a bar, which no name holds.
std::string names(std::string_view line, std::string_view language = {}) {
  std::string joined;
  for (const std::string& name : names_in_byline(line, language))
    joined += (joined.empty() ? "" : "|") + name;
  return joined;
}

} // namespace

TEST_CASE("a byline is cut down to the names in it", "[names]") {
  const auto [line, language, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"Ann Lee", "en", "Ann Lee"},
      {"By Ann Lee", "en", "Ann Lee"},
      {"BY ANN LEE", "en", "ANN LEE"},
      {"Written by: Ann Lee", "en", "Ann Lee"},
      {"By Ann Lee and Bo Ek", "en", "Ann Lee|Bo Ek"},
      {"By Ann Lee, Bo Ek & Cy Orr", "en", "Ann Lee|Bo Ek|Cy Orr"},
      {"Ann Lee, Senior Political Reporter", "en", "Ann Lee"},
      {"Ann Lee | Staff Writer | May 3, 2024", "en", "Ann Lee"},
      {"Reporter Ann Lee", "en", "Ann Lee"},
      {"By Ann Lee for Example News", "en", "Ann Lee"},
      {"By Ann Lee ann.lee@example.com", "en", "Ann Lee"},
      {"Ann Lee (she/her) @annlee", "en", "Ann Lee"},
      {"May 3, 2024 by Ann Lee", "en", "Ann Lee"},
      {"Posted Sep 24, 2025, 10:15 by Ann Lee 4 Comments", "en", "Ann Lee"},
      {"Ann Lee, MD, MPH", "en", "Ann Lee, MD, MPH"},
      {"Ann Lee MS, RDN, LD", "en", "Ann Lee MS, RDN, LD"},
      {"Ann Lee MS, RDN, XQZ, and Bo Ek", "en", "Ann Lee MS, RDN, XQZ|Bo Ek"},
      {"Bo Ek, AFP", "en", "Bo Ek|AFP"},
      {"Anna Schmidt, dpa", "de", "Anna Schmidt|dpa"},
      {"srf/hosb;kesm", "de", "srf|hosb|kesm"},
      {"Ann Lee, software and science", "en", "Ann Lee"},
      {"by quayside", "en", "quayside"},
      {"By Ann Lee, Bo Ek, and Cy Orr", "en", "Ann Lee|Bo Ek|Cy Orr"},
      {"Von Anna Schmidt, Bert Meyer, und Jan Roth", "de", "Anna Schmidt|Bert Meyer|Jan Roth"},
      {"Robert Downey Jr.", "en", "Robert Downey Jr."},
      {"Lee, Ann", "en", "Ann Lee"},
      {"By Ann Lee, in weather-and-tides", "en", "Ann Lee"},
      {"Ann Lee, under Weather", "en", "Ann Lee"},
      {"Blog-Beitrag von Anna Schmidt", "de", "Anna Schmidt"},
      {"Ein Bericht von Anna Schmidt", "de", "Anna Schmidt"},
      {"Text: Anna Schmidt | Übersetzung: Bert Meyer", "de", "Anna Schmidt"},
      {"Von Anna Schmidt und Bert Meyer", "de", "Anna Schmidt|Bert Meyer"},
      {"Ein Gastbeitrag von Anna Schmidt", "de", "Anna Schmidt"},
      {"Par Anne Petit et Luc Martin", "fr", "Anne Petit|Luc Martin"},
      {"Por Ana García y Luis Pérez", "es", "Ana García|Luis Pérez"},
      {"Di Anna Rossi", "it", "Anna Rossi"},
      {"Door Anna de Vries", "nl", "Anna de Vries"},
      {"文/王小明", "zh", "王小明"},
      {"记者 王小明 李小红", "zh", "王小明|李小红"},
      {"山田太郎記者", "ja", "山田太郎"},
      {"三枝 文緒", "ja", "三枝 文緒"},
      {"三枝 文緒 記者", "ja", "三枝 文緒"},
      {"林若溪 周德顺", "zh", "林若溪|周德顺"},
      {"기자 김철수", "ko", "김철수"},
      {"Автор: Иван Петров", "ru", "Иван Петров"},
  }));
  CAPTURE(line);
  CHECK(names(line, language) == expected);
}

TEST_CASE("a day, a menu's word and what an encyclopedia says of itself are no authors",
          "[names]") {
  CHECK(names("From Wikipedia, the free encyclopedia", "en").empty());
  CHECK(names("By Tuesday", "en").empty());
  CHECK(names("Von Dienstag", "de").empty());
  CHECK(names("By Tuesday Weld", "en") == "Tuesday Weld");
  CHECK(names("Phone: 372-0200", "en").empty());
}

TEST_CASE("agencies and institutions are authors, a desk only when nobody else is", "[names]") {
  CHECK(names("Reuters", "en") == "Reuters");
  CHECK(names("By Ann Lee, Associated Press", "en") == "Ann Lee|Associated Press");
  CHECK(names("Center for Drug Research and Safety", "en") ==
        "Center for Drug Research and Safety");
  CHECK(names("Example Staff", "en") == "Example Staff");
  CHECK(names("Ann Lee, Example Staff", "en") == "Ann Lee");
}

TEST_CASE("what is no name is none", "[names]") {
  const auto text =
      GENERATE("", "https://example.com/ann", "@annlee", "ann@example.com", "May 3, 2024", "admin",
               "By", "2024", "Photo by Ann Lee", "Medically reviewed by Ann Lee");
  CAPTURE(text);
  CHECK(names(text, "en").empty());
}

TEST_CASE("a particle is no byline word in another language", "[names]") {
  CHECK(names("Von Miller", "en") == "Von Miller");
  CHECK(names("Robert De Niro", "fr") == "Robert De Niro");
}

TEST_CASE("bylines are told from prose", "[names]") {
  const auto [line, is_byline] = GENERATE(table<const char*, bool>({
      {"By Ann Lee", true},
      {"By ANN LEE and BO EK, Example Times", true},
      {"Written by Ann Lee | May 3, 2024", true},
      {"Ann Lee | Senior Writer | July 2, 2025", true},
      {"By the end of the year the bridge will be closed", false},
      {"By contrast, nothing happened in the other town, the mayor said.", false},
      {"Ann Lee said that she would not comment.", false},
      {"Subscribe to our newsletter", false},
      {"", false},
  }));
  CAPTURE(line);
  CHECK(looks_like_byline(line, "en") == is_byline);
}

TEST_CASE("the date may stand before the byline's mark, in any language", "[names]") {
  const auto [line, language, name] = GENERATE(table<const char*, const char*, const char*>({
      {"Posted on 3 May 2025 by Ann Lee", "en", "Ann Lee"},
      {"Geplaatst op 3 mei 2025 door Joost van Elk", "nl", "Joost van Elk"},
      {"Publié le 3 mai 2025 par Anne Morel", "fr", "Anne Morel"},
      {"Veröffentlicht am 3. Mai 2025 von Hanne Wirth", "de", "Hanne Wirth"},
  }));
  CAPTURE(line);
  CHECK(looks_like_byline(line, language));
  CHECK(names_in_byline(line, language) == std::vector<std::string>{name});
  CHECK_FALSE(looks_like_byline("On 3 May 2025 the bridge was closed by the town", "en"));
}

TEST_CASE("in scripts without spaces labels and addresses part the names", "[names]") {
  using Names = std::vector<std::string>;
  CHECK(names_in_byline("作者：林晓 责任编辑：周宁", "zh") == Names{"林晓"});
  CHECK(names_in_byline("记者：张三 通讯员：李四", "zh") == Names{"张三", "李四"});
  CHECK(names_in_byline("박서연 기자 desk@example.com", "ko") == Names{"박서연"});
  CHECK(looks_like_byline("박서연 기자 desk@example.com", "ko"));
  CHECK(names_in_byline("有料記事", "ja").empty());
}

TEST_CASE("numbers of news and photographers are no authors", "[names]") {
  CHECK(names_in_byline("کد خبر: ۸۸۴۱۲", "fa").empty());
  CHECK_FALSE(looks_like_byline("钟楼一角。林若溪 摄", "zh"));
  CHECK(looks_like_byline("作者：林若溪", "zh"));
}

TEST_CASE("a line may only announce the names on the next one", "[names]") {
  CHECK(is_byline_label("Written by", "en"));
  CHECK(is_byline_label("Author:", "en"));
  CHECK_FALSE(is_byline_label("By Ann Lee", "en"));
  CHECK_FALSE(is_byline_label("Advertisement", "en"));
}

TEST_CASE("names look like names", "[names]") {
  CHECK(looks_like_name("Ann Lee", "en"));
  CHECK(looks_like_name("Vincent van der Berg", "nl"));
  CHECK(looks_like_name("王小明", "zh"));
  CHECK_FALSE(looks_like_name("Read more", "en"));
  CHECK_FALSE(looks_like_name("Staff Writer", "en"));
  CHECK_FALSE(looks_like_name("A sentence about somebody", "en"));
}

TEST_CASE("an endless byline is read in part", "[names]") {
  std::string line = "By ";
  for (int i = 0; i < 50'000; ++i) line += "Ann Lee, Bo Ek and ";
  CHECK(names_in_byline(line, "en").size() == 2);
}

TEST_CASE("brackets inside a name and words for authors in general leave no trace", "[names]") {
  CHECK(names_in_byline("Ann (Bo) Lee") == std::vector<std::string>{"Ann Lee"});
  CHECK(names_in_byline("The Author").empty());
  CHECK(names_in_byline("Our Editors") == std::vector<std::string>{"Our Editors"});
}

TEST_CASE("a line that says what a person is is a role line", "[names]") {
  CHECK(is_role_line("Tech Writer"));
  CHECK(is_role_line("Senior Reporter"));
  CHECK_FALSE(is_role_line("The editor of the valley paper wrote for years"));
  CHECK_FALSE(is_role_line("Ann Lee"));
}

TEST_CASE("what the page says of pictures is not what it says of the text", "[names]") {
  const auto [line, language, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"Anna Schmidt (Text) und Bert Meyer (Fotos)", "de", "Anna Schmidt"},
      {"Teksti: Anna Salo Kuvat: Pekka Virta", "fi", "Anna Salo"},
      {"Text von Anna Schmidt Illustration von Bert Meyer", "de", "Anna Schmidt"},
      {"Text & Fotos: Anna Schmidt", "de", "Anna Schmidt"},
      {"Text och bild: Karin Ek", "sv", "Karin Ek"},
      {"Ann Lee, photographer, Bo Ek", "en", "Bo Ek"},
      {"Karin Ek Reporter, Mia Lund Fotograf", "sv", "Karin Ek"},
      {"Mia Lund Fotograf", "sv", "Mia Lund"},
      {"文・佐藤健一 写真・田中裕子", "ja", "佐藤健一"},
      {"作者：王小明 摄影：刘芳", "zh", "王小明"},
      {"Photo: Agency/Jim Stone", "en", ""},
  }));
  CAPTURE(line);
  CHECK(names(line, language) == expected);
}

TEST_CASE("names are told from what touches them", "[names]") {
  const auto [line, language, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"JR Raphael", "en", "JR Raphael"},
      {"Par Camille d’Aubigné", "fr", "Camille d’Aubigné"},
      {"By Omar al-Sayed and Ann Lee", "en", "Omar al-Sayed|Ann Lee"},
      {"BY JOHN H. McALLISTER AND SARAH O’NEILL", "en", "JOHN H. McALLISTER|SARAH O’NEILL"},
      {"POR MARIANA SOUZA", "pt", "MARIANA SOUZA"},
      {"By Ann Lee, Home and Digital Security Expert", "en", "Ann Lee"},
      {"content: Sherpa, design: Ann Lee", "en", ""},
      {"This post was written by Ann Lee, head of weather", "en", "Ann Lee"},
      {"Ann Lee, Sr. Director of Rivers", "en", "Ann Lee"},
      {"By 3i Rivers", "en", "3i Rivers"},
      {"by Amanda | One comment", "en", "Amanda"},
      {"Landesanstalt für Wald und Wasser", "de", "Landesanstalt für Wald und Wasser"},
      {"記者林怡君／台北報導", "zh-TW", "林怡君"},
      {"기자명 김민수 기자", "ko", "김민수"},
      {"作者：赵 培", "zh", "赵培"},
      {"كتب: أحمد عبد الرحمن الأربعاء ٠١ مايو ٢٠٢٤", "ar", "أحمد عبد الرحمن"},
  }));
  CAPTURE(line);
  CHECK(names(line, language) == expected);
}

TEST_CASE("a byline may stand inside a line", "[names]") {
  const auto [line, language, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"新报社北京5月1日电（记者张伟、刘芳）市议会周二", "zh", "张伟|刘芳"},
      {"تاریخ انتشار: ۱۲ اردیبهشت ۱۴۰۳ کد خبر: ۱۲۳۴۵ نویسنده: مریم رضایی", "fa", "مریم رضایی"},
      {"3 May 2024 Author: Ann Lee", "en", "Ann Lee"},
      {"It rained", "en", ""},
  }));
  CAPTURE(line);
  std::string joined;
  const std::string_view inside = byline_inside(line, language);
  CHECK(names(inside, language) == expected);
}
