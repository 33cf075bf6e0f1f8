#pragma once
// Text of our own writing that the tests of passes put around what they ask about.

#include <string>

namespace lectern::test {

inline std::string quay_paragraphs(int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text +=
        "<p>The tide took the lower steps in March, and since then the ferrymen have asked for "
        "a landing that a child can climb at any hour of the day.</p>";
  return text;
}

/// Three paragraphs of an article called "The island without Mondays".
inline constexpr const char* kFerryText = R"(
<p>The ferry to Stray Island did not sail on Monday, and it will not sail on any other Monday this
winter. The town has sold the older of its two boats, and the crew of the younger one is owed a day
of rest that nobody had counted before.</p>
<p>For the eleven families on the island that means one day without a doctor, without post and
without fresh bread. They have asked for a boat from the mainland, and the mainland has asked who
is going to pay for it.</p>
<p>&ldquo;We knew this when we moved here,&rdquo; says the baker's widow, who sells stamps as well. &ldquo;But we
knew it the way one knows that it rains.&rdquo; Until March her shop stays open on Sundays instead.</p>)";

} // namespace lectern::test
