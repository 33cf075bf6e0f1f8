"""core/data/lexicons/<kind>/<language>.txt and core/data/appeals/<language>.txt -> rules/phrase_file.hpp

All languages as lexicon_data.cpp for the native library; for WebAssembly English, which every page is matched
against, as lexicon_data_apart.cpp and the others as files.

A line is cut into segments, each a set of alternatives that lead on to the same rest of the line:
`[start|begin] your [free|#-day] trial` costs the sum of its alternatives, not their product. The first
segment of a line is looked for at every word of a page, the others after it alone. The alternatives stay
text, folded as a page's words are: text can be compressed, which hashes cannot, and hashing it takes a
millisecond or two when a language is first wanted.
"""
import itertools
import re
from collections import defaultdict

from . import words
from .data_error import DataError

START_ANCHORS = {"": 0, "^": 1, "~": 2}
FIRST_COST, NEXT_COST, NODE_COST = 8, 8, 6  # bytes; what the cutting of a line weighs
# A first segment of one word ("to", "the") is met at every turn, so it costs time; so many bytes' worth.
SINGLE_WORD_COST = {"": 6, "~": 1, "^": 0}
MAX_WORDS = 40
FILE_VERSION = 1
EVERY_PAGE = "en"
ANY_LANGUAGE = "any"
APPEAL_PARTS = ["call", "thing", "press", "reader", "site", "lure", "telling"]
MAX_PRODUCT = 3000


class Language:
    """The tables of one language while they grow."""

    def __init__(self):
        self.first = defaultdict(set)  # (start anchor, target) -> alternatives
        self.stems = set()
        self.nodes, self.node_of_rest = [], {}  # (gap before?, target, alternatives)

    def add_node(self, node):
        if node not in self.node_of_rest:
            self.node_of_rest[node] = len(self.nodes)
            self.nodes.append(node)
        return self.node_of_rest[node]


def parse_groups(line):
    """[[alternatives]] of a line; text that is glued to a group is multiplied into it."""
    parts = re.findall(r"\[[^\]]*\]|[^\[\]]+", line)
    groups = []
    glued = False
    for part in parts:
        if part.startswith("["):
            options = part[1:-1].split("|")
            pieces = [options]
        else:
            pieces = [[p] for p in re.findall(r"\s+|\S+", part)]
        for options in pieces:
            if all(o.isspace() for o in options):
                glued = False
                continue
            if glued:
                groups[-1] = [a + b for a in groups[-1] for b in options]
            else:
                groups.append(options)
            glued = not all(o == "" or o.endswith(" ") for o in options)
    return [[" ".join(o.split()) for o in options] for options in groups]


def expand_variants(groups):
    """Lists of segments without empty alternatives and gaps; a gap is the segment None."""
    choices = []
    for options in groups:
        # Punctuation is no word; an alternative that is nothing else is none.
        options = [o for o in options if o in ("", ":") or re.search(r"[\w#*]", o)]
        if not options:
            continue
        plain = [o for o in options if o not in ("", ":") and "*" not in re.sub(r"(?<=\w)\*", "", o)]
        variants = [[plain]] if plain else []
        for option in options:
            if not option:
                variants.append([])
            elif option not in plain:
                pieces = re.split(r"(?<!\S)\*(?!\S)|(?<=[^\x00-\u2fff])\*|\*(?=[^\x00-\u2fff])", option)
                variant = []
                for i, piece in enumerate(pieces):
                    variant += ([None] if i else []) + ([[piece.strip()]] if piece.strip() else [])
                variants.append(variant)
        choices.append(variants)
    for choice in itertools.product(*choices):
        segments = []
        for segment in (s for variant in choice for s in variant):
            if segment == [":"] and segments and segments[-1]:
                segments[-1] = [option + ":" for option in segments[-1]]
            elif segment is not None or segments[-1:] != [None]:
                segments.append(segment)
        yield segments


def merge_segments(segments, start):
    """Neighbouring segments joined where their product is smaller than one more node."""
    runs, run = [], []
    for segment in segments:
        if segment is None:
            runs.append(run)
            run = []
        else:
            run.append(segment)
    runs.append(run)
    merged = []
    for index, run in enumerate(runs):
        best = None
        for cuts in itertools.product([False, True], repeat=len(run) - 1):
            pieces = [[run[0]]]
            for cut, segment in zip(cuts, run[1:]):
                if cut:
                    pieces.append([segment])
                else:
                    pieces[-1].append(segment)
            cost = 0
            for i, piece in enumerate(pieces):
                product = 1
                for segment in piece:
                    product *= len(segment)
                first = index == 0 and i == 0
                cost += product * (FIRST_COST if first else NEXT_COST) + (0 if first else NODE_COST)
                if first and (len(pieces) > 1 or len(runs) > 1) and len(piece) == 1:
                    cost += SINGLE_WORD_COST[start] * sum(" " not in o for o in piece[0])
            if best is None or cost < best[0]:
                best = (cost, pieces)
        for i, piece in enumerate(best[1]):
            options = [" ".join(o) for o in itertools.product(*piece)]
            if len(options) > MAX_PRODUCT:
                raise DataError(f"{len(options)} alternatives")
            merged.append((index > 0 and i == 0, options))
    return merged


def fold_phrase(language, text):
    """A phrase without gaps as its folded words; `0` is a number, `word*` and `word:` stay."""
    folded = []  # (word, is it unspaced)
    for part in re.findall(r"#|[^#\s]+", text):
        if part == "#":
            folded.append(("0", False))
            continue
        found = words.words_of(part.rstrip("*"))
        for i, (word, unspaced) in enumerate(found):
            if word == "#":
                raise DataError(f"write # for a number: {text!r}")
            if i == len(found) - 1 and part.endswith(":"):
                word += ":"
            elif i == len(found) - 1 and part.endswith("*"):
                if len(word) < 3 or unspaced:
                    raise DataError(f"a prefix needs three letters: {text!r}")
                language.stems.add(word)
                word += "*"
            folded.append((word, unspaced))
    if not 0 < len(folded) <= MAX_WORDS:
        raise DataError(f"{len(folded)} words: {text!r}")
    joined, previous_unspaced = "", True
    for word, unspaced in folded:
        joined += ("" if unspaced and previous_unspaced or not joined else " ") + word
        previous_unspaced = unspaced
    return joined


def add_line(language, lexicon, line):
    start = line[0] if line[0] in "^~" else ""
    line = line[len(start):]
    at_end = line.endswith("$")
    groups = parse_groups(line[:-1] if at_end else line)
    while groups and not at_end and "" in groups[-1]:
        groups.pop()  # the shorter phrase hits all that the longer one would
    while len(groups) > 1 and not start and "" in groups[0]:
        groups.pop(0)
    terminal = ("end", lexicon, at_end)
    any_variant = False
    for variant in expand_variants(groups):
        # A gap at the beginning says nothing, and at the end only as `by *$`, "by" and a few words;
        # there, one of several alternatives is left out.
        ends_open = variant[-1:] == [None]
        while variant and variant[-1] is None:
            variant.pop()
        while variant and variant[0] is None:
            variant.pop(0)
        if not variant or (ends_open and not at_end):
            continue
        any_variant = True
        target = ("node", language.add_node((True, terminal, ()))) if ends_open else terminal
        segments = merge_segments(variant, start)
        for gap, options in reversed(segments[1:]):
            folded = tuple(sorted({fold_phrase(language, option) for option in options}))
            target = ("node", language.add_node((gap, target, folded)))
        for option in segments[0][1]:
            language.first[(START_ANCHORS[start], target)].add(fold_phrase(language, option))
    if not any_variant:
        raise DataError("a gap needs a word on both sides")


def read_lines(path):
    """(where, line) of the phrases of one file; checks that they are sorted and in lower case."""
    previous = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        where = f"{path.parent.name}/{path.name}:{number}"
        line = line.rstrip()
        if not line or line[0] == ";" or line[:2] in ("+ ", "- "):
            continue
        if line != line.lower() or line != " ".join(line.split()):
            raise DataError(f"{where}: lower case and single spaces, please: {line}")
        if line <= previous:
            raise DataError(f"{where}: not sorted, or twice: {line}")
        previous = line
        yield where, line


def read_language(folder, name, kinds):
    language = Language()
    for kind in kinds:
        path = folder / kind / f"{name}.txt"
        if not path.exists():
            continue
        for where, line in read_lines(path):
            try:
                add_line(language, kind, line)
            except DataError as error:
                raise DataError(f"{where}: {error}: {line}") from None
    return language


def add_appeals(language, folder, name):
    """The words of one language, and those that are the same in all; a phrase is looked for as it stands."""
    for path in (folder / f"{name}.txt", folder / f"{ANY_LANGUAGE}.txt"):
        if not path.exists():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line or line[0] == ";" or line[:2] in ("+ ", "- "):
                continue
            where = f"{folder.name}/{path.name}:{number}"
            part, _, listed = line.partition(" ")
            if part not in APPEAL_PARTS:
                raise DataError(f"{where}: unknown part {part}")
            if line != line.lower():
                raise DataError(f"{where}: not in lower case")
            for phrase in listed.split(", "):
                language.first[(0, ("end", f"appeal_{part}", False))].add(fold_phrase(language, phrase))


def check_stems(language, name):
    for stem in language.stems:
        for other in language.stems:
            if stem != other and other.startswith(stem):
                raise DataError(f"{name}: {stem}* and {other}* overlap; keep one of them")


def phrase_file(language, kinds):
    """The text of one language, as core/src/rules/phrase_file.hpp describes it."""

    def target_of(target):
        if target[0] == "node":
            return str(target[1])
        return chr(ord("a") + kinds.index(target[1])) + ("$" if target[2] else "")

    lines = [f"lectern phrases {FILE_VERSION}", " ".join(kinds), " ".join(sorted(language.stems))]
    for (anchor, target), options in sorted(language.first.items(), key=lambda group: str(group[0])):
        lines.append(f"{'=^~'[anchor]}{target_of(target)} {'|'.join(sorted(options))}")
    for gap, target, options in language.nodes:
        lines.append(f"{'*' if gap else '+'}{target_of(target)} {'|'.join(options)}")
    return "\n".join(lines) + "\n"


def tables(names, texts):
    rows = [f'    {{"{name}", {chr(34) + chr(34) if name not in texts else f"kText_{name}"}}},\n' for name in names]
    literals = ""
    for name, text in texts.items():
        lines = "".join(f'    "{line}\\n"\n' for line in text.split("\n")[:-1])
        literals += f"constexpr std::string_view kText_{name} =\n{lines.rstrip()};\n"
    return (
        '#include "rules/phrase_file.hpp"\n\nnamespace lectern {\nnamespace {\n\n'
        + literals
        + "\n} // namespace\n\nconst CompiledPhrases kCompiledPhrases[] = {\n"
        + "".join(rows)
        + f"}};\nconst std::size_t kCompiledPhrasesCount = {len(names)};\n\n}} // namespace lectern\n"
    )


def compile(folder):
    kinds = sorted(p.name for p in folder.iterdir() if p.is_dir())
    names = sorted({f.stem for kind in kinds for f in (folder / kind).glob("*.txt")})
    texts = {}
    for name in names:
        language = read_language(folder, name, kinds)
        add_appeals(language, folder.parent / "appeals", name)
        check_stems(language, name)
        texts[name] = phrase_file(language, kinds + [f"appeal_{part}" for part in APPEAL_PARTS])
    files = {f"phrases/{name}.txt": text for name, text in texts.items() if name != EVERY_PAGE}
    return {
        "lexicon_data.cpp": tables(names, texts),
        "lexicon_data_apart.cpp": tables(names, {EVERY_PAGE: texts[EVERY_PAGE]} if EVERY_PAGE in texts else {}),
        **files,
    }
