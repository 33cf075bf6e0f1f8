#!/usr/bin/env python3
"""Writes core/data/folding/han.txt: the traditional forms of simplified Chinese characters, from the Unicode database.

Needs Unihan_Variants.txt, which Debian's package unicode-data has in /usr/share/unicode.
Usage: scripts/make_han_variants.py [FILE[.bz2]] > core/data/folding/han.txt
"""
import bz2
import re
import sys

FILE = "/usr/share/unicode/Unihan_Variants.txt.bz2"
# Beyond these are forms that no news page is set in.
FIRST, LAST = 0x4E00, 0x9FFF
# Shapes of Hong Kong, Taiwan and Japan that the database relates to others in other ways, or not at all.
MORE = ("裏里", "爲为", "綫线", "衆众", "閲阅", "録录", "産产", "羣群", "佈布", "啓启", "戸户", "説说", "週周")


def values_of(text, field):
    """{character: the characters that the field names}"""
    return {chr(int(code, 16)): [chr(int(value, 16)) for value in re.findall(r"U\+(\w+)", values)]
            for code, values in re.findall(rf"^U\+(\w+)\t{field}\t(.+)$", text, re.M)}


def variants(text):
    """{simplified: its other forms}. A form that names no simplified one has that of the form it is another shape of."""
    simplified = {char: next((value for value in values if value != char), None)
                  for char, values in values_of(text, "kSimplifiedVariant").items()}
    found = {char: value for char, value in simplified.items() if value} | dict(MORE)
    for char, values in values_of(text, "kZVariant").items():
        value = next((simplified[value] for value in values if simplified.get(value)), None)
        if value and value != char and char not in simplified and char not in simplified.values():
            found.setdefault(char, value)
    forms = {}
    for char, value in found.items():
        if FIRST <= ord(char) <= LAST and FIRST <= ord(value) <= LAST:
            forms.setdefault(value, []).append(char)
    return forms


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else FILE
    with (bz2.open if path.endswith(".bz2") else open)(path, "rt", encoding="utf-8") as file:
        forms = variants(file.read())
    for simplified in sorted(forms):
        print(simplified, " ".join(sorted(forms[simplified])))


if __name__ == "__main__":
    main()
