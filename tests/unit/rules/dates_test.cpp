#include "rules/dates.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <tuple>

using namespace lectern;

namespace {

std::string iso(std::string_view text, std::string_view language = {}) {
  const auto date = parse_date(text, language);
  return date ? to_iso(*date) : "none";
}

} // namespace

TEST_CASE("dates in metadata are read with their time and zone", "[dates]") {
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"2024-05-03", "2024-05-03"},
      {"2024-05-03T10:11:12+02:00", "2024-05-03T10:11:12+02:00"},
      {"2024-05-03T10:11:12.345Z", "2024-05-03T10:11:12Z"},
      {"2024-05-03 10:11:12", "2024-05-03T10:11:12"},
      {"2024-05-03T10:11-0500", "2024-05-03T10:11:00-05:00"},
      {"20240503T101112Z", "2024-05-03T10:11:12Z"},
      {"20240503101112", "2024-05-03T10:11:12"},
      {"20240503", "2024-05-03"},
      {"1714731072", "2024-05-03T10:11:12Z"},
      {"1714731072000", "2024-05-03T10:11:12Z"},
      {"/Date(1714731072000)/", "2024-05-03T10:11:12Z"},
      {"Fri, 03 May 2024 10:11:12 GMT", "2024-05-03T10:11:12Z"},
      {"Fri May 03 10:11:12 EDT 2024", "2024-05-03T10:11:12-04:00"},
      {"2024/5/3", "2024-05-03"},
  }));
  CAPTURE(text);
  CHECK(iso(text) == expected);
}

TEST_CASE("what is no day is no date", "[dates]") {
  const auto text =
      GENERATE("", "2024", "May 2024", "2024-13-40", "31.02.2024", "version 1.2.3", "12:30",
               "100/200/300", "3/2024", "99999999999999999999999", "not a date");
  CAPTURE(text);
  CHECK(iso(text) == "none");
}

TEST_CASE("months are known in the languages of the data", "[dates]") {
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"May 3, 2024", "en"},          {"3rd of May, 2024", "en-GB"},
      {"3. Mai 2024", "de"},          {"Freitag, 03. Mai 2024", "de"},
      {"3 mai 2024", "fr"},           {"3 de mayo de 2024", "es"},
      {"3 de maio de 2024", "pt-BR"}, {"3 maggio 2024", "it"},
      {"3 mei 2024", "nl"},           {"3 maj 2024", "sv"},
      {"3 maja 2024", "pl"},          {"3. toukokuuta 2024", "fi"},
      {"2024. május 3.", "hu"},       {"3 мая 2024", "ru"},
      {"3 Mayıs 2024", "tr"},         {"2024年5月3日", "zh"},
      {"2024년 5월 3일", "ko"},       {"3 tháng 5, 2024", "vi"},
      {"3 พฤษภาคม 2567", "th"},       {"٣ مايو ٢٠٢٤", "ar"},
      {"03.05.2024", "de"},           {"3.5.2024", ""},
      {"2024 m. gegužės 3 d.", "lt"}, {"03-May-2024", ""},
      {"May-03-2024", "en"},
  }));
  CAPTURE(text);
  CHECK(iso(text, language) == "2024-05-03");
}

TEST_CASE("a word that is a month in two languages is one of the page's language", "[dates]") {
  CHECK(iso("3 listopada 2024", "pl") == "2024-11-03");
  CHECK(iso("3. listopada 2024", "hr") == "2024-10-03");
}

TEST_CASE("the language decides between day first and month first", "[dates]") {
  CHECK(iso("3/5/2024", "en-US") == "2024-03-05");
  CHECK(iso("3/5/2024", "en-GB") == "2024-05-03");
  CHECK(iso("3/5/2024", "fr") == "2024-05-03");
  CHECK(iso("25/5/2024", "en-US") == "2024-05-25");
  CHECK(iso("03.05.24", "de") == "2024-05-03");
}

TEST_CASE("times of day are read in the forms of the languages", "[dates]") {
  const auto [text, language, expected] = GENERATE(table<const char*, const char*, const char*>({
      {"May 3, 2024 at 3:04 pm", "en", "2024-05-03T15:04:00"},
      {"May 3, 2024, 12:04 a.m.", "en", "2024-05-03T00:04:00"},
      {"3. Mai 2024, 10:30 Uhr", "de", "2024-05-03T10:30:00"},
      {"03.05.2024 um 10.30 Uhr", "de", "2024-05-03T10:30:00"},
      {"3 mai 2024 à 10h30", "fr", "2024-05-03T10:30:00"},
      {"2024年5月3日 10时30分", "zh", "2024-05-03T10:30:00"},
      {"2024年5月3日 午後3時04分", "ja", "2024-05-03T15:04:00"},
      {"May 3, 2024 10:30 CEST", "en", "2024-05-03T10:30:00+02:00"},
      {"May 3, 2024. 25 people came", "en", "2024-05-03"},
  }));
  CAPTURE(text);
  CHECK(iso(text, language) == expected);
}

TEST_CASE("a date is found in a line and tells where it stands", "[dates]") {
  const std::string line = "By Ann Lee | Updated May 3, 2024 | 4 min read";
  const auto found = find_date(line, "en");
  REQUIRE(found);
  CHECK(line.substr(found->begin, found->end - found->begin) == "May 3, 2024");
  CHECK(date_in_text(line) == "2024-05-03");
  CHECK_FALSE(date_in_text("In 2024 there were 31 of them."));
}

TEST_CASE("a date is read where it touches other words or numbers", "[dates]") {
  const auto [text, expected] = GENERATE(table<const char*, const char*>({
      {"By Ann LeeMay 3, 2024", "2024-05-03"},
      {"Mental HealthMAY 3, 2024Updated: May 9, 2024", "2024-05-03"},
      {"May 3, 20245:00 AM", "2024-05-03T05:00:00"},
      {"3 May 202410:27", "2024-05-03T10:27:00"},
      {"6 December 20236 December 2023", "2023-12-06"},
      {"by Valley TimesMay 3, 202401747", "2024-05-03"},
      {"25.4.24", "2024-04-25"},
      {"1.2.24", "none"},
      {"article 20245:00", "none"},
  }));
  CAPTURE(text);
  CHECK(iso(text, "en") == expected);
}

TEST_CASE("published is told from modified by the words before a date", "[dates]") {
  CHECK(date_label("Published on ") == DateLabel::published);
  CHECK(date_label("Post time: ") == DateLabel::published);
  CHECK(date_label("Last updated: ") == DateLabel::modified);
  CHECK(date_label("Aktualisiert am ") == DateLabel::modified);
  CHECK(date_label("Published yesterday, updated ") == DateLabel::modified);
  CHECK(date_label("Berlin, ") == DateLabel::none);
  CHECK(date_label_line("Published:") == DateLabel::published);
  CHECK(date_label_line("She published:") == DateLabel::none);
}

TEST_CASE("addresses hold days", "[dates]") {
  const auto day = [](std::string_view path) {
    const auto date = date_in_url(path);
    return date ? to_iso(*date) : "none";
  };
  CHECK(day("/2024/05/03/a-story") == "2024-05-03");
  CHECK(day("/news/2024-5-3-a-story.html") == "2024-05-03");
  CHECK(day("/a/20240503/b") == "2024-05-03");
  CHECK(day("/world/2024/may/03/a-story") == "2024-05-03");
  CHECK(day("/2024/05/a-story") == "none");
  CHECK(day("/article-1202405031") == "none");
}

TEST_CASE("a text of digits alone is read in bounded time and holds no date", "[dates]") {
  CHECK_FALSE(find_date(std::string(1'000'000, '7')));
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "12/";
  CHECK_FALSE(find_date(many));
}

TEST_CASE("years of other calendars and eras are those of the Gregorian one", "[dates]") {
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"令和6年5月3日", "ja"},
      {"令和６年５月３日（金）", "ja"},
      {"民國113年5月3日", "zh-TW"},
      {"中華民國113年05月03日", "zh-Hant"},
      {"3 พ.ค. 67", "th"},
      {"๓ พฤษภาคม ๒๕๖๗", "th"},
      {"03/05/2567", "th"},
      {"۱۴ اردیبهشت ۱۴۰۳", "fa"},
      {"جمعه ۱۴ اردیبهشت ۱۴۰۳", "fa"},
      {"۱۴۰۳/۰۲/۱۴", "fa"},
      {"1403-02-14", "fa"},
      {"۱۴/۰۲/۱۴۰۳", "fa"},
      {"۱۴ ثور ۱۴۰۳", "fa"},
  }));
  CAPTURE(text);
  CHECK(iso(text, language) == "2024-05-03");
}

TEST_CASE("days of the solar calendar of Iran", "[dates]") {
  CHECK(iso("۱ فروردین ۱۴۰۳", "fa") == "2024-03-20");
  CHECK(iso("۳۰ اسفند ۱۴۰۳", "fa") == "2025-03-20");
  CHECK(iso("۱ فروردین ۱۴۰۴", "fa") == "2025-03-21");
  CHECK(iso("۲۲ بهمن ۱۳۵۷", "fa") == "1979-02-11");
  CHECK(iso("۳۰ اسفند ۱۴۰۲", "fa") == "none");
  CHECK(iso("۳۱ مهر ۱۴۰۲", "fa") == "none");
}

TEST_CASE("the first years of eras", "[dates]") {
  CHECK(iso("令和元年5月1日", "ja") == "2019-05-01");
  CHECK(iso("平成31年4月30日", "ja") == "2019-04-30");
  CHECK(iso("昭和64年1月7日", "ja") == "1989-01-07");
  CHECK(iso("平成99年1月1日", "ja") == "none");
}

TEST_CASE("a year of a calendar that is not known is no date", "[dates]") {
  CHECK(iso("٣ ذو القعدة ١٤٤٥", "ar") == "none");
  CHECK(iso("1445/11/03", "ar") == "none");
  CHECK(iso("1403-02-14", "en") == "none");
  CHECK(iso("3 May 67", "en") == "none");
}

TEST_CASE("months of languages with few pages", "[dates]") {
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"3 مئی 2024", "ur"},
      {"3 மே 2024", "ta"},
      {"3 మే 2024", "te"},
      {"૩ મે ૨૦૨૪", "gu"},
      {"3 ಮೇ 2024", "kn"},
      {"3 മേയ് 2024", "ml"},
      {"३ मे २०२४", "mr"},
      {"3 ਮਈ 2024", "pa"},
      {"3 мая 2024", "be"},
      {"3 травня 2024", "uk"},
      {"3 мај 2024", "mk"},
      {"3 мамыр 2024", "kk"},
      {"3-may 2024", "uz"},
      {"3 may 2024", "az"},
      {"3 მაისი 2024", "ka"},
      {"3 մայիսի 2024", "hy"},
      {"3 maj 2024", "sq"},
      {"3 de maio de 2024", "gl"},
      {"2024ko maiatzaren 3a", "eu"},
      {"3 Mei 2024", "af"},
      {"3 Mayo 2024", "tl"},
  }));
  CAPTURE(text);
  CHECK(iso(text, language) == "2024-05-03");
}

TEST_CASE("the weekday before a date belongs to it", "[dates]") {
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"Friday, May 3, 2024", "en"},
      {"الجمعة ٣ مايو ٢٠٢٤", "ar"},
      {"Pt., 3 maja 2024", "pl"},
  }));
  CAPTURE(text);
  const auto found = find_date(text, language);
  REQUIRE(found);
  CHECK(found->begin == 0);
}

TEST_CASE("days in addresses, however they are cut", "[dates]") {
  const auto [path, expected] = GENERATE(table<const char*, const char*>({
      {"/2024/05/03/rain", "2024-05-03"},
      {"/n1/2024/0503/c1002-1.html", "2024-05-03"},
      {"/2024-05/03/c_112.htm", "2024-05-03"},
      {"/202405/03/t1.html", "2024-05-03"},
      {"/a/20240503/rain", "2024-05-03"},
      {"/202405/t20240503_12.html", "2024-05-03"},
      {"/2024/1305/rain", "none"},
      {"/202405/12345/rain", "none"},
      {"/2024/05031/rain", "none"},
  }));
  CAPTURE(path);
  const auto date = date_in_url(path);
  CHECK((date ? to_iso(*date) : "none") == expected);
}
