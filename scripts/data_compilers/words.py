"""Words of a text and their hashes, exactly as core/src/rules/word_reader.cpp reads them.

A change here is a change there: the lexicons' test lines fail when the two disagree.
"""
import unicodedata

from . import han

MASK = 0xFFFFFFFF

# Letters that Unicode does not decompose, and pairs. Empty: left out, as if it were not there.
SPECIAL_FOLDS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i",
    "ё": "е", "ґ": "г",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
    "ँ": "ं", "़": "", "क़": "क", "ख़": "ख", "ग़": "ग", "ज़": "ज", "ड़": "ड", "ढ़": "ढ", "फ़": "फ", "य़": "य",
}
# Code points that are left out of words: soft hyphen, joiners and direction marks, combining accents,
# Hebrew points, Arabic vowel signs, variation selectors.
DROPPED = [
    (0xAD, 0xAD), (0x300, 0x36F), (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C7),
    (0x64B, 0x65F), (0x670, 0x670), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
]
DIGITS = [(0x30, 0x39), (0x660, 0x669), (0x6F0, 0x6F9), (0x966, 0x96F), (0xE50, 0xE59)]
UNSPACED = [
    (0xE01, 0xE3A), (0xE40, 0xE4E), (0x3005, 0x3005), (0x3007, 0x3007), (0x3041, 0x3096),
    (0x309D, 0x309F), (0x30A1, 0x30FA), (0x30FC, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
]
# Everything else over U+00C0 belongs to a word.
SEPARATORS = [
    (0x80, 0xA9), (0xAB, 0xB4), (0xB6, 0xB9), (0xBB, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7),
    (0x2B0, 0x2FF), (0x55A, 0x55F), (0x5BE, 0x5BE), (0x5C0, 0x5C0), (0x5C3, 0x5C3), (0x5F3, 0x5F4),
    (0x600, 0x60F), (0x61B, 0x61F), (0x66A, 0x66D), (0x6D4, 0x6D4), (0x964, 0x965), (0x970, 0x970),
    (0xE3F, 0xE3F), (0xE4F, 0xE4F), (0xE5A, 0xE5B), (0x2000, 0x2BFF), (0x2E00, 0x2E7F),
    (0x3000, 0x3020), (0x3030, 0x3030), (0x309B, 0x309C), (0x30A0, 0x30A0), (0x30FB, 0x30FB),
    (0xE000, 0xF8FF), (0xFD3E, 0xFD3F), (0xFE10, 0xFE6F), (0xFFE0, 0xFFFF), (0x1F000, 0x1FFFF),
    (0xE0000, 0x10FFFF),
]
NUMBER_JOINERS = ".,:%"


def within(code_point, ranges):
    return any(low <= code_point <= high for low, high in ranges)


def fold(char):
    """Lower case without accents; full-width forms as ASCII, traditional Chinese ones as simplified. May be empty or two letters."""
    code_point = ord(char)
    if 0xFF01 <= code_point <= 0xFF5E:
        char = chr(code_point - 0xFEE0)
    lower = char.lower()[0]
    if lower in SPECIAL_FOLDS:
        return SPECIAL_FOLDS[lower]
    if lower in han.SIMPLIFIED:
        return han.SIMPLIFIED[lower]
    if within(code_point, DROPPED):
        return ""
    if 0xC0 <= ord(lower) <= 0x24F or 0x1E00 <= ord(lower) <= 0x1EFF:
        base = unicodedata.normalize("NFD", lower)[0]
        if base.isascii():
            return base.lower()
    return lower


def kind_of(char):
    """'digit', 'unspaced', 'separator' or 'letter'"""
    code_point = ord(char)
    if within(code_point, DIGITS):
        return "digit"
    if within(code_point, UNSPACED):
        return "unspaced"
    if code_point < 0x80:
        return "letter" if char.isalnum() else "separator"
    return "separator" if within(code_point, SEPARATORS) else "letter"


def hash_letters(letters):
    """The running hash over the letters read so far; a prefix of a word is known by it."""
    value = 0x811C9DC5
    for letter in letters:
        value = ((value ^ ord(letter)) * 0x01000193) & MASK
    return value


def finish_word(value):
    value ^= value >> 15
    value = (value * 0x85EBCA6B) & MASK
    return value ^ (value >> 13)


def words_of(text):
    """[(text of the word, is it unspaced)]; numbers are '#'."""
    words, current = [], ""
    in_number = False
    for char in "".join(fold(c) for c in text):
        kind = kind_of(char)
        if kind == "digit" and not current:
            if not in_number:
                words.append(("#", False))
            in_number = True
            continue
        if in_number and char in NUMBER_JOINERS:
            continue
        in_number = False
        if kind in ("letter", "digit"):
            current += char
            continue
        if current:
            words.append((current, False))
            current = ""
        if kind == "unspaced":
            words.append((char, True))
    if current:
        words.append((current, False))
    return words
