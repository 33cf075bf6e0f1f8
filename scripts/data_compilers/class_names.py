"""core/data/class_names/<hint>.txt -> rules/class_name_data.hpp

A line is a word, a pair of neighbouring words (`read-more`), the beginning of a word (`relat*`), or a
pair whose words do not hint (`!overflow-hidden`).
"""
import re
from collections import defaultdict

from . import cpp, words
from .data_error import DataError

SHORTEST_PREFIX = 3


def hash_pair(first, second):
    return words.hash_letters(first + "-" + second)


def table(name, entries, sets):
    hashes = sorted(entries)
    indexes = [sets[frozenset(entries[h])] for h in hashes]
    return (
        cpp.packed_hashes(f"k{name}", hashes)
        + cpp.array(f"const std::uint8_t k{name}Sets[]", indexes, 24)
        + f"}} // namespace\nconst ClassWordTable k{name} = {{{{k{name}Bytes, {len(hashes)}}}, "
        f"k{name}Sets}};\nnamespace {{\n"
    )


def compile(folder):
    exact, prefixes, exceptions = defaultdict(set), defaultdict(set), defaultdict(set)
    for path in sorted(folder.glob("*.txt")):
        previous = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line or line.startswith(";"):
                continue
            where = f"class_names/{path.name}:{number}"
            if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z][a-z0-9]*|\*)?|![a-z][a-z0-9]*-[a-z]+", line):
                raise DataError(f"{where}: a word, two-words, word* or !two-words: {line!r}")
            if line <= previous:
                raise DataError(f"{where}: not sorted, or twice: {line}")
            previous = line
            if line.startswith("!"):
                exceptions[hash_pair(*line[1:].split("-"))].add(path.stem)
            elif line.endswith("*"):
                if len(line) - 1 < SHORTEST_PREFIX:
                    raise DataError(f"{where}: the beginning is too short: {line}")
                prefixes[words.hash_letters(line[:-1])].add(path.stem)
            elif "-" in line:
                exact[hash_pair(*line.split("-"))].add(path.stem)
            else:
                exact[words.hash_letters(line)].add(path.stem)
    sets = {}
    for hints in [*exact.values(), *prefixes.values(), *exceptions.values()]:
        sets.setdefault(frozenset(hints), len(sets))
    if len(sets) > 256:
        raise DataError(f"class_names: {len(sets)} different sets of hints, 256 at most")
    masks = [" | ".join(f"bit_of(Hint::{h})" for h in sorted(hints)) for hints in sets]
    return (
        '#include "rules/class_name_data.hpp"\n\nnamespace lectern {\nnamespace {\n'
        + table("ClassWords", exact, sets)
        + table("ClassPrefixes", prefixes, sets)
        + table("ClassExceptions", exceptions, sets)
        + "} // namespace\n"
        + cpp.array("const std::uint64_t kHintSets[]", masks, 1)
        + "\n} // namespace lectern\n"
    )
