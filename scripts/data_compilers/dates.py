"""core/data/dates/<language>.txt -> rules/date_words.hpp

A line is a kind and its words: `order dmy`, `month 1 january jan`, `weekday ...`, `filler ...`,
`clock ...`, `morning ...`, `afternoon ...`, `monthword ...` (stands before the month's number);
`calendar buddhist` or `solar` where years are counted so, too, and `solarmonth 1 ...`;
`published` and `modified` are followed by one phrase that stands beside a date.
"""
from .cpp import packed_words
from .data_error import DataError

WORD_KINDS = ["month", "weekday", "filler", "clock", "morning", "afternoon", "monthword"]
PHRASE_KINDS = ["published", "modified"]
ORDERS = ["dmy", "mdy", "ymd"]
CALENDARS = ["gregorian", "buddhist", "solar"]
MONTHS = 12


def compile(folder):
    languages, words, phrases = [], {}, {}
    for path in sorted(folder.glob("*.txt")):
        index = len(languages)
        order, calendar = None, 0
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line or line.startswith(";"):
                continue
            where = f"dates/{path.name}:{number}"
            kind, *rest = line.split()
            value = 0
            if line != line.lower():
                raise DataError(f"{where}: not in lower case")
            if not rest:
                raise DataError(f"{where}: no words")
            if kind == "order":
                if rest[0] not in ORDERS:
                    raise DataError(f"{where}: one of {ORDERS}")
                order = ORDERS.index(rest[0])
            elif kind == "calendar":
                if rest[0] not in CALENDARS:
                    raise DataError(f"{where}: one of {CALENDARS}")
                calendar = CALENDARS.index(rest[0])
            elif kind in PHRASE_KINDS:
                phrases.setdefault(" ".join(rest), PHRASE_KINDS.index(kind))
            elif kind in WORD_KINDS + ["solarmonth"]:
                if kind in ["month", "solarmonth"]:
                    value, rest = int(rest[0]), rest[1:]
                    if not 1 <= value <= MONTHS:
                        raise DataError(f"{where}: month {value}")
                if kind == "solarmonth":
                    kind, value = "month", value + MONTHS
                for word in rest:
                    words.setdefault((word.encode(), index), (WORD_KINDS.index(kind), value))
            else:
                raise DataError(f"{where}: unknown kind {kind}")
        if order is None:
            raise DataError(f"dates/{path.name}: no order")
        languages.append((path.stem, order, calendar))
    rows = sorted(words.items())
    text = '#include "rules/date_words.hpp"\n\nnamespace lectern {\n\n' + packed_words(
        "kPackedDateWords",
        [word.decode() for (word, _), _ in rows],
        [[kind for _, (kind, _) in rows], [value for _, (_, value) in rows], [language for (_, language), _ in rows]],
    )
    text += "\nconst DatePhrase kDatePhrases[] = {\n"
    # Longest first, so that a phrase is met before a shorter one inside it.
    for phrase, kind in sorted(phrases.items(), key=lambda p: (-len(p[0].encode()), p[0])):
        text += f'    {{"{phrase}", {"true" if kind else "false"}}},\n'
    text += f"}};\nconst std::size_t kDatePhraseCount = {len(phrases)};\n\nconst DateLanguage kDateLanguages[] = {{\n"
    for code, order, calendar in languages:
        text += f'    {{"{code}", {order}, {calendar}}},\n'
    return text + f"}};\nconst std::size_t kDateLanguageCount = {len(languages)};\n\n}} // namespace lectern\n"
