"""How many planted lines (scripts/training/planted.py) are left in, or lost: on each page with the model that saw neither
its site nor its lines."""
import json
import subprocess
from collections import Counter

import labels as labelling
import planted

NAMES = {"P": "P left", "R": "R left", "U": "U left", "T": "T lost"}


def _wrong(article, lines, html_to_text):
    shown = f" {' '.join(labelling.tokens(html_to_text(article['html'], True)))} "
    for kind, line in lines:
        is_shown = f" {' '.join(labelling.tokens(line))} " in shown
        yield kind, line, is_shown != (kind == "T")


def measure(args, material, html_to_text):
    """(how many lines there are, how many went wrong, these lines), counted by kind and by (kind, language)."""
    pages = list(material.pages_of(args.corpus, set(material.TRUTH_SETS)))
    copies = [page for page in planted.copies(args.corpus, pages, args.input, material) if "is_bare" not in page]
    count, wrong, lines = Counter(), Counter(), Counter()
    for fold in sorted({material.fold_of(page) for page in copies}):
        own = [page for page in copies if material.fold_of(page) == fold]
        jobs = "".join(json.dumps({"id": i, "url": page.get("url"), args.input: page[args.input]}) + "\n" for i, page in enumerate(own))
        answers = subprocess.run([str(args.lectern), "batch", "--format", "json", "--jobs", "2", "--development-model",
                                  str(args.models / f"{args.input}.fold{fold}.model")], input=jobs.encode(), stdout=subprocess.PIPE, check=True)
        for answer in map(json.loads, answers.stdout.splitlines()):
            page = own[answer["id"]]
            for kind, line, is_wrong in _wrong(answer["article"], page["planted"], html_to_text) if "article" in answer else ():
                for key in (kind, (kind, planted.language_of(page))):
                    count[key] += 1
                    wrong[key] += is_wrong
                lines[kind, line] += is_wrong
    return count, wrong, lines


def table(count, wrong):
    languages = sorted({key[1] for key in count if isinstance(key, tuple)}, key=lambda language: -count["P", language])
    rows = [f"| | {' | '.join(NAMES.values())} |", f"|---{'|---:' * len(NAMES)}|"]
    for name, keys in [*((language, [(kind, language) for kind in NAMES]) for language in languages), ("all", list(NAMES))]:
        cells = [f"{100 * wrong[key] / count[key]:.1f} % of {count[key]}" if count[key] else "" for key in keys]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def list_of_wrong(lines):
    """How often each line went wrong, those of a kind together, the worst first."""
    wrong = sorted((kind, -times, line) for (kind, line), times in lines.items() if times)
    return "\n".join(f"{-times} {kind} {line}" for kind, times, line in wrong)
