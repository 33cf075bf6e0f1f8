#!/usr/bin/env python3
"""Every path that a document names exists: relative links, and paths in backquotes.

Usage: scripts/check_docs.py
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
QUOTED = re.compile(r"`((?:core|cmake|docs|demo|extension|scripts|tests|wasm)/[\w./-]*[\w-])`")


def main():
    names = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
                           cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    faults = 0
    for name in names:
        path = ROOT / name
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            targets = [path.parent / link for link in LINK.findall(line) if "://" not in link]
            targets += [ROOT / quoted for quoted in QUOTED.findall(line)]
            for target in targets:
                if not target.exists():
                    print(f"{name}:{number}: {target.resolve().relative_to(ROOT)} does not exist")
                    faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
