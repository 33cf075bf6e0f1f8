#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "render/plain_text.hpp"
#include "unit/assemble/assembled_page.hpp"

using namespace lectern;
using lectern::testing::assembled;
using lectern::testing::first_of;

namespace {

ArticleBlock embed_of(const std::string& page) {
  const Article article = assembled(page);
  const ArticleBlock* block = first_of(article, Kind::embed);
  return block == nullptr ? ArticleBlock{} : *block;
}

} // namespace

TEST_CASE("a frame of a known provider gives the address that a reader opens", "[assemble]") {
  const auto [frame, url, provider] = GENERATE(table<const char*, const char*, const char*>({
      {"https://www.youtube.com/embed/abc_DEF-123?rel=0",
       "https://www.youtube.com/watch?v=abc_DEF-123", "YouTube"},
      {"//www.youtube-nocookie.com/embed/abc", "https://www.youtube.com/watch?v=abc", "YouTube"},
      {"https://player.vimeo.com/video/12345?h=9", "https://vimeo.com/12345", "Vimeo"},
      {"https://www.dailymotion.com/embed/video/x7k", "https://www.dailymotion.com/video/x7k",
       "Dailymotion"},
      {"https://geo.dailymotion.com/player.html?video=x7k", "https://www.dailymotion.com/video/x7k",
       "Dailymotion"},
      {"https://platform.twitter.com/embed/Tweet.html?id=99", "https://x.com/i/status/99", "X"},
      {"https://www.instagram.com/p/Cabc/embed/", "https://www.instagram.com/p/Cabc/", "Instagram"},
      {"https://www.tiktok.com/embed/v2/71", "https://www.tiktok.com/@/video/71", "TikTok"},
      {"https://www.facebook.com/plugins/"
       "post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1&width=500",
       "https://www.facebook.com/a/posts/1", "Facebook"},
      {"https://embed.bsky.app/embed/did:plc:ab/app.bsky.feed.post/3k",
       "https://bsky.app/profile/did:plc:ab/post/3k", "Bluesky"},
      {"https://www.threads.net/@jane/post/C1/embed", "https://www.threads.net/@jane/post/C1",
       "Threads"},
      {"https://www.redditmedia.com/r/news/comments/1/t/?ref_source=embed",
       "https://www.reddit.com/r/news/comments/1/t/", "Reddit"},
      {"https://open.spotify.com/embed/episode/4x?theme=0", "https://open.spotify.com/episode/4x",
       "Spotify"},
      {"https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&color=1",
       "https://soundcloud.com/a/b", "SoundCloud"},
      {"https://embed.podcasts.apple.com/us/podcast/x/id1",
       "https://podcasts.apple.com/us/podcast/x/id1", "Apple Podcasts"},
      {"https://datawrapper.dwcdn.net/AbC12/3/", "https://datawrapper.dwcdn.net/AbC12/",
       "Datawrapper"},
      {"https://flo.uri.sh/visualisation/123/embed",
       "https://public.flourish.studio/visualisation/123/", "Flourish"},
      {"https://maps.other.example/frame?x=1", "https://maps.other.example/frame?x=1",
       "maps.other.example"},
  }));
  CAPTURE(frame);
  const ArticleBlock embed =
      embed_of("<iframe title='The talk' src='" + std::string(frame) + "'></iframe>");
  CHECK(embed.embed.url == url);
  CHECK(embed.embed.provider == provider);
  CHECK(embed.embed.title == "The talk");
}

TEST_CASE("a frame that loads late is found by its data attribute", "[assemble]") {
  CHECK(
      embed_of(
          "<figure><iframe src='about:blank' data-src='https://www.youtube.com/embed/abc'></iframe>"
          "<figcaption>A talk</figcaption></figure>")
          .embed.url == "https://www.youtube.com/watch?v=abc");
}

TEST_CASE("a quoted post keeps text, author and date and becomes a link to it", "[assemble]") {
  const ArticleBlock post = embed_of(
      "<blockquote class='twitter-tweet'><p lang='en'>Rain again. <a "
      "href='https://t.co/x'>pic</a></p>&mdash; Jane (@jane) "
      "<a href='https://twitter.com/jane/status/42?ref_src=twsrc'>May 1, 2024</a></blockquote>");
  CHECK(post.embed.url == "https://x.com/jane/status/42");
  CHECK(post.embed.provider == "X");
  CHECK(post.embed.type == "post");
  const std::string text = plain_text(post.content);
  CHECK(text.find("Rain again.") != std::string::npos);
  CHECK(text.find("Jane (@jane)") != std::string::npos);
  CHECK(text.find("May 1, 2024") != std::string::npos);
}

TEST_CASE("posts of other networks name their address in an attribute", "[assemble]") {
  CHECK(embed_of("<blockquote class='instagram-media' "
                 "data-instgrm-permalink='https://www.instagram.com/reel/Cx/?utm_source=ig'>"
                 "<a href='#'>View this post</a></blockquote>")
            .embed.url == "https://www.instagram.com/reel/Cx/");
  CHECK(embed_of("<blockquote class='tiktok-embed' "
                 "cite='https://www.tiktok.com/@jane/video/7'><section>Jane</section></blockquote>")
            .embed.url == "https://www.tiktok.com/@jane/video/7");
}

TEST_CASE("native players keep file and poster", "[assemble]") {
  const ArticleBlock video = embed_of(
      "<video poster='/poster-of-film.jpg' controls><source src='/film.mp4' "
      "type='video/mp4'></video>");
  CHECK(video.embed.url == "https://news.example/film.mp4");
  CHECK(video.embed.poster == "https://news.example/poster-of-film.jpg");
  CHECK(video.embed.type == "video");
  CHECK(embed_of("<audio src='/talk.mp3'></audio>").embed.type == "audio");
}
