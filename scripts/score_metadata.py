#!/usr/bin/env python3
"""Scores titles, days and bylines against the metadata of a corpus.

  score_metadata.py OUTPUT.jsonl CORPUS [--show title|date|byline] [--dataset NAME] [--limit N]

OUTPUT holds one JSON object a line with id ("<dataset>/<page>"), title, byline (a list) and date, as
`lectern_metadata` (build/native) writes it. CORPUS holds <dataset>/<page>/meta.json.
"""
import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

WORD = re.compile(r"\w+")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
BYLINE_STOP_WORDS = {"by", "and", "und", "et", "von", "y"}
MOST_FOREIGN_WORDS = 3


def same_title(truth, got):
    return WORD.findall(truth.lower()) == WORD.findall((got or "").lower())


def same_date(truth, got):
    a, b = DAY.search(str(truth)), DAY.search(str(got or ""))
    return bool(a and b and a.group() == b.group())


def same_byline(truth, got):
    def words(value):
        text = ", ".join(value) if isinstance(value, list) else str(value or "")
        return set(WORD.findall(text.lower())) - BYLINE_STOP_WORDS

    a, b = words(truth), words(got)
    return bool(a) and a <= b and len(b - a) <= MOST_FOREIGN_WORDS


SAME = {"title": same_title, "date": same_date, "byline": same_byline}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", choices=sorted(SAME))
    parser.add_argument("--dataset", default="")
    parser.add_argument("--limit", type=int, default=40)
    args = parser.parse_args()

    counts = defaultdict(lambda: [0, 0])
    shown = 0
    for line in args.output.read_text(encoding="utf-8").splitlines():
        got = json.loads(line)
        dataset = got["id"].split("/")[0]
        truth = json.loads((args.corpus / got["id"] / "meta.json").read_text(encoding="utf-8"))
        for field, same in SAME.items():
            if not truth.get(field):
                continue
            right = same(truth[field], got.get(field))
            for key in ((dataset, field), ("ALL", field)):
                counts[key][0] += right
                counts[key][1] += 1
            if field == args.show and not right and args.dataset in dataset and shown < args.limit:
                shown += 1
                print(f"{got['id']}\n   truth {truth[field]!r}\n   got   {got.get(field)!r}")
                for extra in {"title": ["titles"], "date": ["dates", "src"], "byline": ["authors", "src"]}[field]:
                    print(f"   {extra} {got.get(extra)}")
    datasets = sorted({key[0] for key in counts}, key=lambda name: (name == "ALL", name))
    for dataset in datasets:
        cells = [f"{field} {counts[(dataset, field)][0] / counts[(dataset, field)][1]:.3f} of {counts[(dataset, field)][1]}"
                 for field in SAME if counts[(dataset, field)][1]]
        print(f"{dataset:20}" + "   ".join(cells))


if __name__ == "__main__":
    main()
