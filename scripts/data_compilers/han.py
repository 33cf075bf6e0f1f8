"""Traditional Chinese characters and the simplified ones that the Chinese data are written in (core/data/folding/han.txt).

Only what the data hold is looked for, so only those characters are folded.
"""
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "core/data"


def _simplified():
    used = set("".join(path.read_text(encoding="utf-8") for path in DATA.rglob("zh.txt")))
    rows = [line.split() for line in (DATA / "folding/han.txt").read_text(encoding="utf-8").splitlines()]
    return {form: simplified for simplified, *forms in rows if simplified in used for form in forms}


SIMPLIFIED = _simplified()
