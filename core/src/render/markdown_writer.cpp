#include "lectern/render.hpp"
namespace lectern { std::string to_markdown(const Article& a, const RenderOptions& o) { return to_text(a, o); } }
