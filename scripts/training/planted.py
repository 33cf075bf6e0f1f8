"""Lines of our own, planted into copies of corpus pages: prompts, promos and furniture among the paragraphs of an
article, and prose that merely speaks of such things. Few corpus pages have a prompt in a plain paragraph, so the model
would otherwise believe whatever stands between two paragraphs of an article.

The lines are in lines/<language>.txt, with the letters of the judged lines: P, R, U must go, T must stay. Only planted
lines count on a copy; the rest of the page has been learned from the page itself.

lines_apart holds lines that no model learns from: `scripts/quality --planted --lines scripts/training/lines_apart`.

Most languages have few corpus pages or none: for these there are articles of our own in articles/<language>.txt, and lines are
planted into pages made of them.
"""
import hashlib
import html
import json
import random
import re
from pathlib import Path

import labels as labelling

LINES = Path(__file__).resolve().parent / "lines"
ARTICLES = LINES.with_name("articles")
PARAGRAPH = re.compile(r"(<p(?:\s[^<>]*)?>)((?:[^<]|<(?!/?p[\s>]|/?div|/?li|/?td|/?table))*)</p>", re.I)
SETS = {"fundus", "aed", "wcxb-dev-article", "newspaper", "mozilla", "chinese"}
MARK, OWN = "+lines", "own"
LINES_A_PAGE = 6
# Copies a language; where it has fewer pages, several copies of each.
COPIES = {"en": 600, "de": 240}
OTHER_COPIES, COPIES_OF_A_PAGE = 60, 4
COPIES_OF_AN_ARTICLE, LONGEST_SUBHEAD = 4, 60
# Of a paragraph that lines are planted below: on a page that may hold anything, and in an article of ours.
WORDS_OF_PARAGRAPH, WORDS_OF_OWN_PARAGRAPH = 15, 6
# What a planted line counts, and one of prose: markup tells more of what text does not.
WEIGHT, PROSE_WEIGHT = 1.5, {"html": 3.0, "text": 2.5}
# A page of ours is bare. From such markup the model of HTML learned to drop the times, labels and verses of other bare
# pages, so that it only measures there.
WEIGHT_OF_OWN = {"html": 0.0, "text": 1.0}
TARGETS = {"P": ["/subscribe", "/newsletter", "/login?return=1", "/donate", "/abo", "/membership", "https://apps.apple.com/app/id1", "/kontakt"],
           "R": ["/news/{n}/the-other-story", "/artikel/{n}.html", "/2023/05/{n}", "https://example.org/story-{n}"],
           "U": ["#", "/terms", "mailto:?subject=x", "#comments"], "T": []}


def lines_of(language):
    file = LINES / f"{language}.txt"
    return [line.split(" ", 1) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _is_open(text):
    """A heading, a label or a bare headline: nothing ends it."""
    return text[-1] not in ".!?:;\"»”…。！？؟।"


def _linked(chance, kind, text):
    """The line, as often as not with a link: around all of it, or its end. A headline without a label is one."""
    is_headline = kind == "R" and _is_open(text) and not re.search(r"[:|：]", text) and len(text) > 25
    if not TARGETS[kind] or chance.random() < (0.1 if is_headline else 0.5):
        return html.escape(text)
    target = chance.choice(TARGETS[kind]).format(n=chance.randrange(10**6))
    begin = 0
    if not is_headline and chance.random() < 0.6:
        place = max(text.rfind(mark, 0, -1) for mark in (". ", ": ", "? ", "| ", ", "))
        begin = place + 2 if place >= 0 else 0
    return html.escape(text[:begin]) + f'<a href="{target}">{html.escape(text[begin:])}</a>'


def _marked_up(chance, opening, kind, texts):
    if len(texts) > 1:
        inner = "".join(f"{opening}{_linked(chance, kind, text)}</p>" for text in texts)
        return inner if chance.random() < 0.5 else f"<div>{inner}</div>"
    content = _linked(chance, kind, texts[0])
    form = chance.random()
    if kind == "T":
        # A line that nothing ends heads the text below it, more often than not.
        plain, heading, strong = (0.25, 0.65, 0.95) if _is_open(texts[0]) else (0.9, 0.9, 0.95)
        tag = "" if form < plain else "h" if form < heading else "strong" if form < strong else "em"
        level = chance.choice("23")
        return f"<h{level}>{content}</h{level}>" if tag == "h" else f"{opening}<{tag}>{content}</{tag}></p>" if tag else f"{opening}{content}</p>"
    if form < 0.55:
        return f"{opening}{content}</p>"
    if form < 0.65:
        return f"{opening}<em>{content}</em></p>"
    if form < 0.75:
        return f"{opening}<strong>{content}</strong></p>"
    if form < 0.8:
        return f"<p>{content}</p>"
    if form < 0.85:
        return f"<h3>{content}</h3>"
    return f"<div>{content}</div>"


def _is_in(known, text, fewest_words):
    words = labelling.tokens(text)
    grams = labelling.trigrams(words)
    return len(words) >= fewest_words and sum(gram in known for gram in grams) >= 0.8 * len(grams)


def _places_of_markup(page, known, fewest_words):
    """Where paragraphs of the article end, and how these are opened."""
    return [(found.end(), re.sub(r'\sid=("[^"]*"|\S+)', "", found[1])) for found in PARAGRAPH.finditer(page)
            if _is_in(known, html.unescape(re.sub(r"<[^>]*>", " ", found[2])), fewest_words)]


def _places_of_text(page, known, fewest_words):
    """Where paragraphs of the article end, and what stands between these and the next line."""
    return [(found.end(), "\n\n" if page.startswith("\n\n", found.end()) else "\n") for found in re.finditer(r"[^\n]+", page)
            if _is_in(known, found[0], fewest_words)]


def plant(page, source, truth, lines, chance, fewest_words=WORDS_OF_PARAGRAPH):
    """(the page with lines planted, [(letter, line)]), or nothing where it has too few paragraphs."""
    known = {gram for line in truth.split("\n") for gram in labelling.trigrams(labelling.tokens(line))}
    places = (_places_of_markup if source == "html" else _places_of_text)(page, known, fewest_words)
    if len(places) < 5:
        return None
    chosen = chance.sample(places[:-1], min(LINES_A_PAGE - 1, len(places) - 1)) + [places[-1]]
    planted = []
    for end, around in sorted(chosen, reverse=True):
        kind = chance.choices("PRUT", (4, 2, 2, 4))[0]
        of_kind = [text for letter, text in lines if letter == kind]
        if not of_kind:
            continue
        texts = chance.sample(of_kind, 1 if len(of_kind) == 1 or kind == "T" or chance.random() < 0.8 else 2)
        planted += [(kind, text) for text in texts]
        added = "\n" + _marked_up(chance, around, kind, texts) if source == "html" else around + around.join(texts)
        page = page[:end] + added + page[end:]
    return page, planted


def bare(page, title, truth, lines, chance):
    """A page of plain text that is the headline and some paragraphs of the article, with a line or two planted, as somebody
    pastes or selects it: (the page, [(letter, line)]), or nothing."""
    known = {gram for line in truth.split("\n") for gram in labelling.trigrams(labelling.tokens(line))}
    # Subheads and other short lines of the article with them, or whatever is short on a short page would be learned to be foreign.
    whole = {" ".join(labelling.tokens(line)) for line in truth.split("\n")} - {""}
    paragraphs = [line for line in page.split("\n") if _is_in(known, line, WORDS_OF_PARAGRAPH) or " ".join(labelling.tokens(line)) in whole]
    if len(paragraphs) < 4:
        return None
    begin = chance.randrange(max(1, len(paragraphs) - 10))
    shown, planted = paragraphs[begin:begin + chance.randint(4, 10)], []
    for _ in range(chance.randint(0, 2)):
        kind = chance.choices("PRUT", (4, 2, 2, 4))[0]
        of_kind = [text for letter, text in lines if letter == kind]
        if of_kind:
            planted.append((kind, chance.choice(of_kind)))
            shown.insert(chance.randint(1, len(shown)), planted[-1][1])
    return (title + "\n\n" if title else "") + "\n\n".join(shown) + "\n", planted


def weight_of(letter, source):
    return PROSE_WEIGHT[source] if letter == "T" else WEIGHT


def scale_of(page, source):
    return WEIGHT_OF_OWN[source] if page["dataset"] == OWN else 1.0


def fold_of(line, folds):
    return int(hashlib.md5(line.encode()).hexdigest(), 16) % folds


def language_of(page):
    language = (page.get("lang") or "").lower().split("-")[0]
    return "no" if language in ("nb", "nn") else language


def _article_page(title, paragraphs, source, chance):
    """An article of ours as a page. Short lines that nothing ends are subheads."""
    if source == "text":
        return title + "\n\n" + chance.choice(("\n", "\n\n")).join(paragraphs) + "\n"
    blocks = "\n".join(f"<h2>{html.escape(text)}</h2>" if _is_open(text) and len(text) < LONGEST_SUBHEAD else f"<p>{html.escape(text)}</p>"
                       for text in paragraphs)
    opening, closing = chance.choice((("<article>", "</article>"), ("<main><div>", "</div></main>"), ("<div>", "</div>")))
    return f"{opening}<h1>{html.escape(title)}</h1>\n{blocks}\n{closing}"


def _host_in(fold, language, number, material):
    """The address of a site of our own that is in this fold."""
    sites = (f"https://paper{number}-{language}-{turn}.example/news/story" for turn in range(1000))
    return next(url for url in sites if material.fold_of({"url": url}) == fold)


def own_pages(source, material):
    """Pages of articles of ours with lines planted, as page dictionaries with the member `own_truth` beside those of copies."""
    for file in sorted(ARTICLES.glob("*.txt")):
        language = file.stem
        if not (LINES / file.name).exists():
            continue
        lines = lines_of(language)
        articles = [part.strip().split("\n") for part in file.read_text(encoding="utf-8").split("\n===\n")]
        for number, (title, *paragraphs) in enumerate(articles):
            fold = number % material.FOLDS
            of_fold = [line for line in lines if fold_of(line[1], material.FOLDS) == fold]
            url = _host_in(fold, language, number, material)
            paragraphs = [text for text in paragraphs if text.strip()]
            for turn in range(COPIES_OF_AN_ARTICLE):
                chance = random.Random(f"{language}/{number}/{turn}")
                page = _article_page(title, paragraphs, source, chance)
                if source == "html":
                    page = (f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
                            f"<body>{page}</body></html>")
                truth = "\n".join(paragraphs)
                answer = plant(page, source, truth, of_fold, chance, WORDS_OF_OWN_PARAGRAPH)
                if answer:
                    yield {"dataset": OWN, "id": f"{language}-{number}{MARK}{turn}", "lang": language, "url": url, "own_truth": truth,
                           source: answer[0], "planted": answer[1], "counts_whole": True}


def copies(corpus, pages, source, material):
    """Copies of pages with lines planted: page dictionaries with the members `planted` and, the page itself, `source`.
    Each line is planted into pages of one fold only, or words would be judged by models that have read the line."""
    for file in sorted(LINES.glob("*.txt")):
        language, lines = file.stem, lines_of(file.stem)
        own = [p for p in pages if p["dataset"] in SETS and language_of(p) == language]
        own.sort(key=lambda p: random.Random(p["dataset"] + "/" + p["id"]).random())
        wanted = COPIES.get(language, OTHER_COPIES)
        for turn in range(COPIES_OF_A_PAGE):
            for page in own if wanted > 0 else []:
                folder = corpus / page["dataset"] / page["id"]
                of_fold = [line for line in lines if fold_of(line[1], material.FOLDS) == material.fold_of(page)]
                answer = plant(material.read(folder / material.FILES[source]), source, material.read(folder / "truth.txt"), of_fold,
                               random.Random(f"{page['dataset']}/{page['id']}/{turn}"))
                if answer and wanted > 0:
                    wanted -= 1
                    yield {**page, "id": f"{page['id']}{MARK}{turn}", source: answer[0], "planted": answer[1]}
                if source == "text" and turn == 0:
                    meta = json.loads(material.read(folder / "meta.json") or "{}")
                    answer = bare(material.read(folder / material.FILES[source]), meta.get("title"), material.read(folder / "truth.txt"),
                                  of_fold, random.Random(f"{page['dataset']}/{page['id']}/bare"))
                    if answer:
                        yield {**page, "id": f"{page['id']}{MARK}bare", source: answer[0], "planted": answer[1], "is_bare": True, "counts_whole": True}
    yield from own_pages(source, material)
