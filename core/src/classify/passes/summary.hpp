#pragma once
// The summary below the headline, which is shown above the body and called dek.

#include "classify/passes.hpp"

namespace lectern {

/// The block that is the summary: named so by its class or the page's own description, set apart
/// from the paragraphs of the body, and no line of the page's furniture. -1 when there is none, or
/// when it was judged to be text: that is shown as the first paragraph.
int find_summary(const PassInput& in, const Verdicts& verdicts, int headline);

/// A heading right below the headline that the author signs is the summary and stands above no
/// section. Like other summaries that were judged to be text it is the first paragraph, and one
/// that the page's description repeats is not in doubt.
void show_summary_as_text(const PassInput& in, Verdicts& verdicts, int headline);

} // namespace lectern
