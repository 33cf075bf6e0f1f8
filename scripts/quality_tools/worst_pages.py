"""The worst-pages report: what was shown of a page beside its truth, as one HTML file to read in a browser.

A row is a line of both sides, or of one: lost paragraphs stand on the right alone, foreign blocks on the left alone.
"""
import difflib
import html

STYLE = """
body { font: 15px/1.5 Georgia, serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; color: #222; background: #fdfcf9; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 0; display: inline; }
details { border-top: 1px solid #ddd8cc; padding: .6rem 0; } summary { cursor: pointer; }
table { width: 100%; border-collapse: collapse; margin-top: .8rem; table-layout: fixed; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem; overflow-wrap: anywhere; border-bottom: 1px solid #eee9dd; }
.both { color: #777; } .foreign { background: #fde9c9; } .lost { background: #f7d5d5; } .count { color: #777; font-size: .9rem; }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #1b1a18; } details { border-color: #444; } th, td { border-color: #333; }
  .both, .count { color: #999; } .foreign { background: #59421a; } .lost { background: #5a2626; }
}
"""
LONGEST_LINE = 400  # characters of a line that are printed


def short(line):
    return html.escape(line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + " …")


def rows_of(text, truth, lost, foreign, metrics):
    """(class, shown line, truth line), in reading order."""
    shown, wanted = [[l for l in t.split("\n") if metrics.tokens(l)] for t in (text, truth)]
    keys = [[" ".join(metrics.tokens(l)) for l in side] for side in (shown, wanted)]
    lost, foreign = {" ".join(l) for l in lost}, {" ".join(l) for l in foreign}
    left = lambda i: ("foreign" if keys[0][i] in foreign else "both", shown[i], "")
    right = lambda j: ("lost" if keys[1][j] in lost else "both", "", wanted[j])
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (("both", shown[i], wanted[c + i - a]) for i in range(a, b))
        else:
            yield from (left(i) for i in range(a, b))
            yield from (right(j) for j in range(c, d))


def page_section(page, text, truth, metrics):
    """(mistakes, HTML) of one page."""
    lost, foreign, paragraphs, blocks = metrics.paragraph_errors(truth, text)
    out = [f'<details><summary><h2>{html.escape(page["dataset"])}/{html.escape(page["id"])}</h2> <span class="count">lost '
           f'{len(lost)} of {paragraphs} paragraphs, foreign {len(foreign)} of {blocks} blocks</span></summary>']
    if page.get("url"):
        out.append(f'<p class="count">{html.escape(page["url"])}</p>')
    out.append("<table><tr><th>shown<th>truth</tr>")
    for kind, left, right in rows_of(text, truth, lost, foreign, metrics):
        out.append(f'<tr class="{kind}"><td>{short(left)}<td>{short(right)}</tr>')
    out.append("</table></details>")
    return len(lost) + len(foreign), "\n".join(out)


def write(target, folder, corpus, pages, metrics, count):
    """Writes the `count` pages with the most lost paragraphs and foreign blocks; returns how many there were."""
    sections = []
    for page in pages:
        key = page["dataset"] + "/" + page["id"]
        text_file, truth_file = folder / f"{key}.txt", corpus / key / "truth.txt"
        if not text_file.exists() or not truth_file.exists():
            continue
        truth = truth_file.read_text(encoding="utf-8", errors="replace")
        if truth.strip():
            sections.append(page_section(page, text_file.read_text(encoding="utf-8"), truth, metrics))
    sections = sorted((s for s in sections if s[0]), key=lambda s: -s[0])[:count]
    target.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Worst pages</title><style>{STYLE}</style>'
                      f'<h1>Worst pages</h1><p>What was shown, beside the truth. <span class="foreign">Foreign</span> blocks are not in the '
                      f'truth, <span class="lost">lost</span> paragraphs were not shown.</p>' + "\n".join(s[1] for s in sections) + "</html>\n",
                      encoding="utf-8")
    return len(sections)
