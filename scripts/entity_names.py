#!/usr/bin/env python3
"""lexbor's table of named character references -> the names and what they stand for, as a C++ header.

    scripts/entity_names.py lexbor/html/tokenizer/res.h entity_names.hpp

The table is a tree of 138 kB, of which its names are all that it tells: core/src/parse/entity_table.cpp makes it again
of them. CMake calls this for WebAssembly, where a file's bytes count.
"""
import re
import sys
from pathlib import Path

ENTRY = re.compile(r'\{0x([0-9a-f]+),\s*(\{[^}]*\}|"(?:[^"\\]|\\.)*"),\s*(\d+),\s*(\d+),\s*(\d+),\s*(\d+)\}')
PART = re.compile(r"\\x([0-9a-fA-F]{1,2})|\\(.)|([^\\])")


def bytes_of(literal):
    if literal.startswith("{"):
        return bytes(int(number, 0) for number in literal[1:-1].split(","))
    escapes = {"n": b"\n", "t": b"\t"}
    return b"".join(bytes([int(code, 16)]) if code else escapes.get(escape, escape.encode()) if escape else plain.encode()
                    for code, escape, plain in PART.findall(literal[1:-1]))


def names_of(entries):
    """Each entry: a letter, the value of the name that ends with it, its neighbours below and above, what follows."""
    names, waiting = {}, [(1, b"")]
    while waiting:
        at, before = waiting.pop()
        if at == 0:
            continue
        letter, value, left, right, following = entries[at]
        name = before + bytes([letter])
        if value:
            names[name] = value
        waiting += [(left, before), (right, before), (following, name)]
    return names


def main():
    source, target = map(Path, sys.argv[1:])
    text = source.read_text(encoding="utf-8")
    entries = []
    for letter, value, length, *links in ENTRY.findall(text):
        entries.append((int(letter, 16), bytes_of(value)[:int(length)], *map(int, links)))
    names = names_of(entries) if len(entries) == text.count("{0x") else {}
    if len(names) != 2231:  # the HTML standard's, which will not change
        sys.exit(f"{source}: {len(names)} names were read, not the 2231 of HTML")
    packed = b"".join(name + b" " + value + b"\0" for name, value in sorted(names.items()))
    rows = [", ".join(map(str, packed[at:at + 32])) for at in range(0, len(packed), 32)]
    target.write_text(f"""#include <cstddef>

namespace lectern {{
constexpr std::size_t kEntityNodes = {len(entries)};
constexpr unsigned char kEntityNames[] = {{
    {("," + chr(10) + "    ").join(rows)}}};
}} // namespace lectern
""", encoding="utf-8")


if __name__ == "__main__":
    main()
