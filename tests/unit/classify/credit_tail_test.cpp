#include "classify/credit_tail.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace lectern;

TEST_CASE("a caption that ends in who made the picture is told by its form", "[classify]") {
  for (const char* caption : {
           "Eine Wolke zieht \xC3\xBC"
           "ber den Hafen. \xC2\xA9 Iona Strachan | Iona Strachan",
           "Clouds over the harbour \xC2\xA9 2019 Iona Strachan",
           "The boat that does not sail on Mondays, in June. (Iona Strachan / Harbour Press)",
           "The boat that does not sail on Mondays. (Strachan/Getty)",
           "Havering, left, rowed to the rock in October. EPA/IONA STRACHAN",
           "Viel Wind und wenig Regen helfen der F\xC3\xA4hre.Unsplash/Iona Strachan",
           "The rock from the north, in winter.Iona Strachan",
       })
    CHECK(ends_in_credit(caption));
}

TEST_CASE("prose and entries of lists end in no credit", "[classify]") {
  for (const char* text : {
           "",
           "The boat does not sail on Mondays.",
           "\xC2\xA9 2026 The Harbour Courier",
           "The rights are ours. \xC2\xA9 The Harbour Courier. All rights reserved.",
           "Available at a tenth off, select sizes and colours. Men\xE2\x80\x99s / "
           "Women\xE2\x80\x99s",
           "Wicking shirt/tank and sun shirt (Men / Women)",
           "They met the man who was called D.B. Cooper",
           "Last fight: July 29 - W, TKO9 vs. Errol Spence Jr",
           "It was the first time. Nobody noticed",
           "Insert up to 3 colours separated with / eg. Blue/Pink/Black",
           "Rates vary widely.\xC3\x82\xC2\xA0\xC3\x82\xC2\xA0",
       })
    CHECK_FALSE(ends_in_credit(text));
}
