"""C++ text of constant arrays."""


def array(declaration, values, per_line=12):
    """An array definition; `values` are C++ expressions or integers."""
    rows = [str(v) if not isinstance(v, int) else f"{v}" for v in values] or ["{}"]
    lines = [", ".join(rows[i : i + per_line]) for i in range(0, len(rows), per_line)]
    return f"{declaration} = {{\n" + "".join(f"    {line},\n" for line in lines) + "};\n"


def hex32(values):
    return [f"0x{v:08x}" for v in values]


def packed_hashes(name, hashes):
    """The bytes of a list as core/src/rules/packed_hashes.hpp has it, of sorted hashes of 32 bits."""
    gaps = [hash - before for before, hash in zip([0, *hashes], hashes)]
    return array(f"const unsigned char {name}Bytes[]", [gap >> shift & 255 for shift in (0, 8, 16, 24) for gap in gaps], 24)


def packed_words(name, words, details):
    """A table as core/src/rules/packed_words.hpp has it: words in order, and lists of numbers of them."""
    rows, before = [], None
    for word in words:
        rows.append("" if word == before else word)
        before = word
    text = "".join(f'    "{row}\\n"\n' for row in rows)
    planes = array(f"const unsigned char {name}Details[]", [number for plane in details for number in plane])
    return (
        f"namespace {{\nconstexpr std::string_view {name}Text =\n{text[:-1]};\n{planes}}} // namespace\n"
        f"const PackedWords {name} = {{{name}Text, {name}Details, {len(words)}}};\n"
    )
