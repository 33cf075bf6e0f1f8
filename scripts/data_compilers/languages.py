"""core/data/languages/<language>.txt -> rules/language_data.hpp

A line is a frequent word, or `letters` and the letters that few other languages have.
"""
from . import cpp, words
from .data_error import DataError


def compile(folder):
    languages = sorted(path.stem for path in folder.glob("*.txt"))
    entries, letters = set(), set()
    for index, language in enumerate(languages):
        text = (folder / f"{language}.txt").read_text(encoding="utf-8")
        for line in text.split("\n"):
            line = line.strip()
            if not line or line.startswith(";"):
                continue
            if line.startswith("letters "):
                letters |= {(ord(c), index) for c in line[len("letters "):] if c != " "}
                continue
            found = words.words_of(line)
            if len(found) != 1 or line != line.lower():
                raise DataError(f"languages/{language}.txt: one lower-case word a line: {line!r}")
            entries.add((words.finish_word(words.hash_letters(found[0][0])), index))
    entries, letters = sorted(entries), sorted(letters)
    names = ", ".join(f'"{language}"' for language in languages)
    return (
        '#include "rules/language_data.hpp"\n\nnamespace lectern {\n\n'
        f"const char* const kLanguages[] = {{{names}}};\n"
        f"const std::size_t kLanguageCount = {len(languages)};\n"
        + "namespace {\n" + cpp.packed_hashes("kLanguageWords", [e[0] for e in entries]) + "} // namespace\n"
        + f"const PackedHashes kLanguageWords = {{kLanguageWordsBytes, {len(entries)}}};\n"
        + cpp.array("const std::uint8_t kLanguagesOfWords[]", [e[1] for e in entries], 24)
        + cpp.array("const std::uint16_t kLanguageLetters[]", [e[0] for e in letters], 16)
        + cpp.array("const std::uint8_t kLanguagesOfLetters[]", [e[1] for e in letters], 24)
        + f"const std::size_t kLanguageLetterCount = {len(letters)};\n"
        + "\n} // namespace lectern\n"
    )
