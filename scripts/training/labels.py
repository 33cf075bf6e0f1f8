"""Labels for blocks: which blocks of a page are article text, by aligning them with the page's truth."""
import re

TOKEN = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]"
                   r"|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
ARTICLE, FOREIGN, UNDECIDED = 1, 0, -1
ENOUGH, TOO_LITTLE = 0.6, 0.4  # of a block's word triples that stand in the truth


def tokens(text):
    return TOKEN.findall(text.lower())


def trigrams(words):
    return list(zip(words, words[1:], words[2:]))


def label_blocks(texts, truth):
    """One label a block. Lines under three words are judged by the lines around them."""
    words = [tokens(text) for text in texts]
    truth_lines = [tokens(line) for line in truth.split("\n")]
    known = {gram for line in truth_lines for gram in trigrams(line)}
    whole_lines = {" ".join(line) for line in truth_lines}
    all_truth = " " + " ".join(" ".join(line) for line in truth_lines) + " "
    labels = []
    for line in words:
        if len(line) < 3:
            labels.append(None)
            continue
        grams = trigrams(line)
        share = sum(gram in known for gram in grams) / len(grams)
        labels.append(ARTICLE if share >= ENOUGH else FOREIGN if share < TOO_LITTLE else UNDECIDED)
    decided = list(labels)
    for i, line in enumerate(words):
        if labels[i] is not None:
            continue
        text = " ".join(line)
        if not line:
            decided[i] = UNDECIDED
            continue
        before = next((labels[j] for j in range(i - 1, -1, -1) if labels[j] is not None), FOREIGN)
        after = next((labels[j] for j in range(i + 1, len(labels)) if labels[j] is not None), FOREIGN)
        if before == after == ARTICLE and (text in whole_lines or f" {text} " in all_truth):
            decided[i] = ARTICLE
        elif text in whole_lines:
            decided[i] = UNDECIDED
        else:
            decided[i] = FOREIGN
    return decided


def label_by_snippets(texts, wanted, unwanted):
    """Labels where only some snippets are known: the blocks that hold them, all others undecided."""
    fold = lambda text: " ".join(text.split())
    wanted, unwanted = [fold(s) for s in wanted if s.strip()], [fold(s) for s in unwanted if s.strip()]
    labels = []
    for text in texts:
        has = any(s in text for s in wanted)
        has_not = any(s in text for s in unwanted)
        labels.append(UNDECIDED if has == has_not else ARTICLE if has else FOREIGN)
    return labels


def weight_of(text):
    """A mistake counts when a reader notices it: lines of one or two words hardly do."""
    count = len(tokens(text))
    return 0.3 if count < 4 else 0.7 if count < 8 else 1.0
