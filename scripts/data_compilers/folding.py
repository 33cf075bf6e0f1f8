"""What letters are folded to, for core/src/rules/letter_folding.cpp: the base letters of accented Latin ones, simplified Chinese
characters of traditional ones."""
from . import cpp, han, words

RANGES = [("kLatinBase", 0xC0, 0x24F), ("kLatinAdditionalBase", 0x1E00, 0x1EFF)]


def compile(_folder):
    text = '#include "rules/folding_data.hpp"\n\nnamespace lectern {\n\n'
    for name, first, last in RANGES:
        bases = []
        for code_point in range(first, last + 1):
            folded = words.fold(chr(code_point))
            bases.append(ord(folded) if len(folded) == 1 and folded.isascii() else 0)
        text += cpp.array(f"const unsigned char {name}[{last - first + 1}]", bases, 24)
    forms = sorted(han.SIMPLIFIED)
    text += f"const std::size_t kHanForms = {len(forms)};\n"
    for name, characters in (("kTraditional", forms), ("kSimplified", [han.SIMPLIFIED[form] for form in forms])):
        text += cpp.array(f"const char16_t {name}[{len(forms)}]", [ord(char) for char in characters], 16)
    return text + "\n} // namespace lectern\n"
