"""core/data/bylines/<language>.txt -> rules/byline_words.hpp

A line is a kind and one phrase in lower case; the kinds are in KINDS, in the order of BylineWordKind. Words of the kind
PERSON make a table of their own: they are many and seldom asked for.
"""
from .cpp import packed_words
from .data_error import DataError

KINDS = ["by", "after", "other", "and", "role", "modifier", "group", "stop", "credential", "suffix", "never", "label", "agency", "particle", "picture"]
PERSON = "person"
MAX_WORDS = 4


def compile(folder):
    languages, phrases, people = [], set(), set()
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line or line.startswith(";"):
                continue
            where = f"bylines/{path.name}:{number}"
            kind, *words = line.split()
            if kind not in KINDS + [PERSON]:
                raise DataError(f"{where}: unknown kind {kind}")
            if line != line.lower():
                raise DataError(f"{where}: not in lower case")
            if not 1 <= len(words) <= MAX_WORDS:
                raise DataError(f"{where}: one to {MAX_WORDS} words")
            if kind == PERSON:
                if len(words) > 1 or words[0] in people:
                    raise DataError(f"{where}: {'twice' if words[0] in people else 'one word'}: {line}")
                people.add(words[0])
                continue
            entry = (" ".join(words).encode(), KINDS.index(kind), len(languages))
            if entry in phrases:
                raise DataError(f"{where}: twice: {line}")
            phrases.add(entry)
        languages.append(path.stem)
    rows = sorted(phrases)
    text = '#include "rules/byline_words.hpp"\n\nnamespace lectern {\n\n' + packed_words(
        "kPackedBylineWords", [phrase.decode() for phrase, _, _ in rows], [[row[1] for row in rows], [row[2] for row in rows]]
    )
    text += packed_words("kPackedPersonWords", [word.decode() for word in sorted(word.encode() for word in people)], [[0]])
    names = ", ".join(f'"{language}"' for language in languages)
    return (
        text
        + f"const std::string_view kBylineLanguages[] = {{{names}}};\n"
        + f"const std::size_t kBylineLanguageCount = {len(languages)};\n\n}} // namespace lectern\n"
    )
