// A small page with a thing of each kind that pages are made of, for the engine to meet before the first real one.

const kHead = `<meta charset="utf-8"><title>A page | Lectern</title>
<meta name="description" content="A page"><meta name="author" content="A. Writer">
<meta property="og:title" content="A page"><meta property="og:site_name" content="Lectern">
<meta property="og:image" content="/a.jpg"><meta property="article:published_time" content="2000-01-01T00:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"A page",
"author":{"@type":"Person","name":"A. Writer"},"datePublished":"2000-01-01T00:00:00Z"}</script>`;

const kArticle = `<h1>A page</h1><p class="byline">By <a href="/w" rel="author">A. Writer</a></p>
<time datetime="2000-01-01">1 January 2000</time>
<figure><img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x" alt="A picture" width="640" height="480">
<figcaption>A picture. Photograph: A. Writer</figcaption></figure>
<p>The first of a few sentences, written so that there is <em>something</em> to read, with
<a href="https://example.org/">a link</a> in it and a little more.</p>
<h2>A part</h2>
<p>The second is as long as the first, &ldquo;and it says so,&rdquo; they said, so that a page of this size is an
article and is not refused.</p>
<ul><li>One thing that is listed here</li><li>Another thing that is listed here</li></ul>
<blockquote><p>What somebody said.</p></blockquote>
<p>Subscribe to our newsletter for more stories like this one.</p>
<p>The third ends the page, after as many words as the two before it, and there is nothing else on it that anybody
would want to read.</p>
<div class="share"><a href="https://social.example/share">Share</a></div>
<iframe src="https://video.example/embed/a"></iframe>
<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>`;

export const kRehearsal = `<!doctype html><html lang="en"><head>${kHead}</head><body>
<header><nav class="menu"><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav></header>
<main><article>${kArticle}</article>
<aside class="related"><h3>Read more</h3><a href="/c">Another page that is about something else</a></aside></main>
<footer><p>&copy; 2000 Lectern</p></footer></body></html>`;
