"""core/data/models/{html,text,readable}.model, as scripts/train and scripts/train_readable wrote them, become byte arrays."""


def compile(folder):
    parts = ['#include "classify/shipped_model.hpp"\n\nnamespace lectern {\n']
    for name, symbol in (("html", "kHtmlModel"), ("text", "kTextModel"), ("readable", "kReadableModel")):
        path = folder / f"{name}.model"
        data = path.read_bytes() if path.exists() else b""
        rows = [", ".join(str(byte) for byte in data[at:at + 32]) for at in range(0, len(data), 32)] or ["0"]
        parts.append(f"\nconst unsigned char {symbol}[] = {{\n    " + ",\n    ".join(rows) + "};\n")
        parts.append(f"const std::size_t {symbol}Size = {len(data)};\n")
    parts.append("\n} // namespace lectern\n")
    return "".join(parts)
