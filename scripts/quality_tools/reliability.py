"""The reliability table: how good the pages are that the engine is so sure of."""
import json

STEPS = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
GOOD = 0.9  # of a page's shingle F1


def page_scores(folder, corpus, pages, metrics):
    """(confidence or None without an article, F1, paragraphs lost, foreign blocks) of each page with a truth."""
    for page in pages:
        key = page["dataset"] + "/" + page["id"]
        truth_file, text_file = corpus / key / "truth.txt", folder / f"{key}.txt"
        meta = json.loads((corpus / key / "meta.json").read_text(encoding="utf-8"))
        truth = truth_file.read_text(encoding="utf-8", errors="replace") if truth_file.exists() else ""
        if not truth.strip() or meta.get("prefix_only") or not text_file.exists():
            continue
        text = text_file.read_text(encoding="utf-8")
        precision, recall = metrics.shingle_scores(truth, text)
        lost, foreign, _, _ = metrics.paragraph_errors(truth, text)
        confidence = json.loads((folder / f"{key}.json").read_text(encoding="utf-8")).get("confidence")
        yield confidence, metrics.f1(precision or 0, recall or 0), len(lost), len(foreign)


def table(scores):
    """The table in Markdown. A confidence that means something rises with the columns beside it."""
    rows = [("no article", [s for s in scores if s[0] is None])]
    for low, high in zip(STEPS, STEPS[1:]):
        rows.append((f"{low:.2f}-{min(high, 1):.2f}", [s for s in scores if s[0] is not None and low <= s[0] < high]))
    lines = ["| confidence | pages | its mean | mean F1 | F1 of .9 or more | no paragraph lost |", "|---|---|---|---|---|---|"]
    for name, bin_ in rows:
        if not bin_:
            continue
        mean = lambda values: f"{sum(values) / len(bin_):.3f}"
        sure = mean([s[0] for s in bin_]) if bin_[0][0] is not None else "-"
        lines.append(f"| {name} | {len(bin_)} | {sure} | {mean([s[1] for s in bin_])} | {mean([s[1] >= GOOD for s in bin_])} | "
                     f"{mean([s[2] == 0 for s in bin_])} |")
    return "\n".join(lines)
