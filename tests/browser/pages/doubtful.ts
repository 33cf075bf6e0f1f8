// Pages about which the view has something to say.

import {article, kParagraphs, page as pageOf, paragraphs} from "./article";

/** Says itself that the rest is for subscribers. */
export const kWithheldPage = pageOf(
  article(`${paragraphs(kParagraphs.slice(0, 4))}<div class="paywall"><p>This article is for subscribers. Subscribe now to read the rest of it.</p></div>`),
  `<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The island school", "isAccessibleForFree": false}</script>`,
);

const kPosts = [
  "Has anyone mended the stove in the school?", "I tried, and it bit me. Ask the carpenter, he comes with the boat on Monday.", "The carpenter is out with the herring.",
  "Then it stays cold. My children wear two coats.", "We burned a desk last winter. Do not tell the inspector.", "He knows. He brought the matches in his hat.",
];
/** No article, but text: a forum. */
export const kForum = `<!DOCTYPE html><html lang="en"><head><title>Stove trouble - Island forum</title></head><body><nav><a href="#1">Forum</a> <a href="#2">Members</a></nav><h1>Stove trouble</h1>
<div class="thread">${kPosts.map((text, i) => `<div class="post"><a class="user" href="#u">user${i}</a> <span class="date">${i} March</span><div class="text"><p>${text}</p></div><a href="#r">Reply</a> <a href="#q">Quote</a></div>`).join("")}</div>
<div class="side"><a href="#s">Similar threads</a><a href="#t">Chalk for sale</a></div></body></html>`;
