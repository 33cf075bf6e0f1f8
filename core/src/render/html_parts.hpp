#pragma once
// The pieces that HTML is written from; every one escapes what it is given.

#include <string>
#include <string_view>
#include <unordered_map>

#include "lectern/article.hpp"
#include "render/note_index.hpp"

namespace lectern {

void append_escaped(std::string& out, std::string_view text);
/// ` name="value"`, escaped.
void append_attribute(std::string& out, std::string_view name, std::string_view value);
void append_attribute(std::string& out, std::string_view name, int value);
/// Whether a place in the article is one that we number ourselves.
bool is_own_id(std::string_view anchor);
/// ` name="url"` of an allowed address, its spaces encoded.
void append_address(std::string& out, std::string_view name, std::string_view url);
/// The id of a place in the article, if it is one that we number ourselves.
void append_id(std::string& out, std::string_view anchor);
/// Whether `dir` may say that.
bool is_direction(std::string_view direction);
/// lang and dir where they are given, and are what may be given.
void append_language(std::string& out, std::string_view language, std::string_view direction);

/// Numbers the references to each note, so that the note can point back to every one. Without an
/// index (a block alone) references get no id.
class NoteLinks {
 public:
  NoteLinks() = default;
  explicit NoteLinks(const NoteIndex& index) : index_(&index) {}
  /// The id of this reference, or empty when the note is not there.
  std::string claim_id(std::string_view anchor);
  /// The id of the first, second, ... reference to a note.
  static std::string reference_id(std::string_view anchor, int number);

 private:
  const NoteIndex* index_ = nullptr;
  std::unordered_map<std::string, int> claimed_;
};

void append_inlines_html(std::string& out, const Inlines& inlines, NoteLinks& notes);
void append_image_html(std::string& out, const Image& image);

/// One block with its own element. `bare` leaves the element out where it has no attributes to
/// carry.
void append_block_html(std::string& out, const ArticleBlock& block, bool bare, NoteLinks& notes);

/// A whole document around the body.
std::string html_document(const Article& article, std::string_view body);

} // namespace lectern
