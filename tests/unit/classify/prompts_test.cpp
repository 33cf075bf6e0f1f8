#include <catch2/catch_test_macros.hpp>
#include <string>

#include "annotate/annotate.hpp"
#include "base/quotations.hpp"
#include "classify/passes.hpp"
#include "document/build_document.hpp"
#include "document/build_text_document.hpp"
#include "parse/html_parser.hpp"

using namespace lectern;

namespace {

bool stays(const Dom& dom, const Document& document, const char* language, float keep) {
  REQUIRE(document.blocks.size() == 1);
  PageData page_data;
  page_data.metadata.language = language;
  const FeatureTable features =
      annotate(dom, document, page_data, parse_url("https://quays.example/news/steps"));
  Verdicts verdicts(1);
  verdicts[0].keep = keep;
  verdicts[0].kind = kind_of_shape(document.blocks[0].shape);
  drop_prompts({dom, document, features, page_data}, verdicts);
  return is_kept(verdicts[0].kind);
}

/// Whether a paragraph stays that the model is so sure of, for what surrounds it.
bool stays_in_html(const char* language, const std::string& paragraph, float keep = 0.99F) {
  const Dom dom = parse_html("<body><article><p>" + paragraph + "</p></article>", {});
  return stays(dom, build_document(dom), language, keep);
}

bool stays_in_text(const char* language, const std::string& line, float keep) {
  const Dom dom;
  return stays(dom, build_text_document(line + "\n", 1000), language, keep);
}

} // namespace

TEST_CASE("a headline behind a label goes without a link", "[classify]") {
  CHECK_FALSE(stays_in_html("en", "Read also: Ferries lie idle for a third day", 0.96F));
  CHECK_FALSE(stays_in_html("en", "Read also: Will the ferries ever sail again?", 0.96F));
  CHECK_FALSE(
      stays_in_html("ja",
                    "\xE3\x80\x90\xE9\x96\xA2\xE9\x80\xA3\xE8\xA8\x98\xE4\xBA\x8B\xE3\x80\x91"
                    "\xE6\xB8\xAF\xE3\x81\xAE\xE8\x88\xB9",
                    0.96F));
  CHECK_FALSE(stays_in_html("zh",
                            "\xE7\x9B\xB8\xE5\x85\xB3\xE9\x98\x85\xE8\xAF\xBB\xEF\xBC\x9A"
                            "\xE6\xB8\xA1\xE8\x88\xB9\xE5\x81\x9C\xE8\x88\xAA",
                            0.96F));
}

TEST_CASE("a sentence behind a label stays, and a label that heads text", "[classify]") {
  CHECK(stays_in_html("en", "Read also: the second letter says more than the first one did."));
  CHECK(stays_in_html("en", "See also:"));
}

TEST_CASE("a line that leads on by a link stays where it is likely to be the article's own",
          "[classify]") {
  const std::string line =
      "Learn more about <a href=\"/tides\">the tides of the estuary and of the old harbour</a>";
  CHECK(stays_in_html("en", line, 0.75F));
  CHECK_FALSE(stays_in_html("en", line, 0.65F));
}

TEST_CASE("what is quoted calls nobody", "[classify]") {
  const std::string around = " stood on the sign that the ferrymen found in the mud.";
  CHECK(stays_in_html("en",
                      "\"Stop! Subscribe now for \xC2\xA3"
                      "1 a month\"" +
                          around));
  CHECK(stays_in_html("de", "\xC2\xBBHalt! Jetzt abonnieren\xC2\xAB stand auf dem Schild am Kai."));
  CHECK(
      stays_in_html("de", "\xE2\x80\x9EHalt! Jetzt abonnieren\xE2\x80\x9C stand auf dem Schild."));
  CHECK_FALSE(stays_in_html("en", "Subscribe now to our newsletter \"The Quays\"."));
  CHECK_FALSE(stays_in_html("en", "\"Subscribe now for a month\""));
  CHECK_FALSE(stays_in_html("en", "Don't wait. Subscribe now, it's free."));
}

TEST_CASE("quotations are taken out between marks that belong together", "[classify]") {
  CHECK(without_quotations("He said \"go\" and went.") == "He said \"\" and went.");
  CHECK(without_quotations("\"Stay,\" she said. \"It never ends.\"") == "\"\" she said. \"\"");
  CHECK(without_quotations("The ferrymen's 'own' boat isn't old.") ==
        "The ferrymen's '' boat isn't old.");
  CHECK(without_quotations("An inch is written 1\" or so.") == "An inch is written 1\" or so.");
  CHECK(without_quotations("\"It never ends") == "\"It never ends");
  CHECK(without_quotations("\xE2\x80\x9DHej\xE2\x80\x9D, sa han") ==
        "\xE2\x80\x9D\xE2\x80\x9D, sa han");
}

TEST_CASE("what subscribers get and pay is an offer without a call", "[classify]") {
  CHECK_FALSE(
      stays_in_html("en", "Unlimited access to all articles, ad-free reading on any device."));
  CHECK_FALSE(stays_in_html("en",
                            "Unlimited access to all articles on the quays, the ferries and "
                            "the harbour, an ad-free site for everyone in the house.",
                            0.93F));
  CHECK(stays_in_html("en",
                      "The ferries' price of $29 per month is higher than that of the buses "
                      "($9 per month), which leave from the other quay."));
}

TEST_CASE("a line that only shares or reserves rights goes", "[classify]") {
  CHECK_FALSE(stays_in_html("de", "Diesen Artikel drucken, per E-Mail weiterleiten oder teilen"));
  CHECK(stays_in_html("en", "What do you think of the new ferry?"));
}

TEST_CASE("in plain text a sentence that only calls must be surer than one that mentions",
          "[classify]") {
  CHECK_FALSE(
      stays_in_text("en", "Sign up for our free newsletter, straight to your inbox.", 0.85F));
  CHECK(stays_in_text("en",
                      "The ferrymen ask all who live on the quays to subscribe now for a place "
                      "on the steps, which are to be cut into the rock by the end of the year.",
                      0.85F));
}

TEST_CASE("the words of a phrase are counted alike in Korean", "[classify]") {
  // "Subscribe to the newsletter": two words, all of them in the phrase, and ten letters.
  const Dom dom;
  const Document document = build_text_document(
      "\xEB\x89\xB4\xEC\x8A\xA4\xEB\xA0\x88\xED\x84\xB0\xEB\xA5\xBC "
      "\xEA\xB5\xAC\xEB\x8F\x85\xED\x95\x98\xEC\x84\xB8\xEC\x9A\x94\n",
      1000);
  PageData page_data;
  page_data.metadata.language = "ko";
  const FeatureTable features = annotate(dom, document, page_data, Url());
  CHECK(features.at(0, Feature::prompt_cover) == 1.0F);
}
