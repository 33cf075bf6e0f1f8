"""The corpus pages as training material: their folds, their truths and their features.

Folds are over sites: every page of a site, whatever set it comes from, is in one fold, so that a model is
always judged on sites that it never saw.
"""
import hashlib
import json
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import numpy

import labels as labelling
import planted

FOLDS = 5
# Sets whose truths are paragraph by paragraph, and how much each counts: the news sets are what the
# engine is for; mozilla's truths are another extractor's output.
TRUTH_SETS = {"fundus": 3.0, "aed": 2.5, "wcxb-dev-article": 1.0, "newspaper": 1.0, "chinese": 1.5,
              "mozilla": 1.0, "wcxb-dev-other": 0.3}
# Sets that only say which snippets must and must not be in the text.
SNIPPET_SETS = {"trafilatura": 1.0, "wcxb-dev-article": 0.0}
FILES = {"html": "page.html", "text": "page.txt"}
SECOND_LEVEL = {"co", "com", "org", "net", "gov", "ac", "edu", "ne", "or"}


def site_of(page):
    host = (urlsplit(page.get("url") or "").hostname or "").lower()
    if not host:
        return page["dataset"] + "/" + page["id"]
    parts = host.split(".")
    keep = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND_LEVEL else 2
    return ".".join(parts[-keep:])


def fold_of(page):
    return int(hashlib.md5(site_of(page).encode()).hexdigest(), 16) % FOLDS


def pages_of(corpus, datasets=None):
    for line in (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        if datasets is None or page["dataset"] in datasets:
            yield page


def read(path):
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def write_jobs(corpus, pages, source, target):
    """JSON Lines as `lectern batch` reads them. Returns the pages that have the source."""
    kept = []
    with open(target, "w", encoding="utf-8") as out:
        for page in pages:
            path = corpus / page["dataset"] / page["id"] / FILES[source]
            if not path.exists() and source not in page:
                continue
            text = page[source] if source in page else read(path)
            job = {"id": page["dataset"] + "/" + page["id"], "url": page.get("url") or None, source: text}
            out.write(json.dumps(job, ensure_ascii=False) + "\n")
            kept.append(page)
    return kept


def dump_features(tool, corpus, pages, source, folder):
    """Runs the feature dump; returns (pages, their texts, one matrix over all blocks, page starts)."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs = folder / f"{source}.jobs.jsonl"
    kept = write_jobs(corpus, pages, source, jobs)
    stem = folder / source
    with open(jobs, "rb") as stdin:
        subprocess.run([str(tool), str(stem)], stdin=stdin, check=True)
    return load_features(kept, stem)


def load_features(pages, stem):
    texts, starts, columns = {}, {}, 0
    row = 0
    with open(f"{stem}.jsonl", encoding="utf-8") as lines:
        for line in lines:
            answer = json.loads(line)
            texts[answer["id"]] = answer["texts"]
            starts[answer["id"]] = row
            row += len(answer["texts"])
            columns = max(columns, answer["columns"])
    matrix = numpy.fromfile(f"{stem}.f32", dtype=numpy.float32).reshape(-1, columns)
    assert len(matrix) == row, (len(matrix), row)
    return pages, texts, matrix, starts


def column_names(tool, source):
    return subprocess.run([str(tool), "--columns", source], capture_output=True, text=True, check=True).stdout.split()


def judged_lines(path):
    """Lines judged one by one: page -> [(label, text)]."""
    judged = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            dataset, page, label, _, text = line.split("\t", 4)
            judged.setdefault(f"{dataset}/{page}", []).append((label, text))
    return judged


def label_page(corpus, page, source, texts, judged, judged_weight):
    """(labels, weights) of one page's blocks; a weight of 0 leaves the block out. Lines that were judged one by one
    count `judged_weight` times: they are the hard ones."""
    folder = corpus / page["dataset"] / page["id"].split(planted.MARK)[0]
    meta = json.loads(read(folder / "meta.json") or "{}")
    truth = page["own_truth"] if "own_truth" in page else read(folder / "truth.txt")
    dataset = page["dataset"]
    if "own_truth" in page:
        labels, base = labelling.label_blocks(texts, truth), 0.0
    elif dataset in TRUTH_SETS and truth.strip() and not meta.get("prefix_only"):
        labels, base = labelling.label_blocks(texts, truth), TRUTH_SETS[dataset]
    elif SNIPPET_SETS.get(dataset):
        labels, base = labelling.label_by_snippets(texts, meta.get("with") or [], meta.get("without") or []), SNIPPET_SETS[dataset]
    else:
        return None
    weights = [base * labelling.weight_of(text) for text in texts]
    if "planted" in page:
        # On a page that is little else than the article, all of it counts.
        scale = planted.scale_of(page, source)
        weights = [scale * planted.WEIGHT if "counts_whole" in page and label == labelling.ARTICLE else 0.0 for label in labels]
        for label, line in page["planted"]:
            words = labelling.tokens(line)
            for i, text in enumerate(texts):
                if labelling.tokens(text) == words:
                    labels[i] = labelling.ARTICLE if label == "T" else labelling.FOREIGN
                    weights[i] = scale * planted.weight_of(label, source)
        return labels, weights
    for label, line in judged.get(f"{dataset}/{page['id']}", []):
        wanted = labelling.ARTICLE if label == "T" else labelling.FOREIGN if label in "PRU" else None
        if wanted is None:
            continue
        words = labelling.tokens(line)
        for i, text in enumerate(texts):
            if len(text) <= 3 * len(line) and labelling.tokens(text) == words:
                labels[i] = wanted
                weights[i] *= judged_weight
    return labels, [w if label >= 0 else 0.0 for label, w in zip(labels, weights)]
