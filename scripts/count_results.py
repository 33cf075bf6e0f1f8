#!/usr/bin/env python3
"""Adds up the results of a run of scripts/test and closes with "N passed, N failed".

Usage: scripts/count_results.py FOLDER, which holds `checks` (a line each: passed, failed, skipped) and
test suites in JUnit's XML. Names what failed and why. The exit code is 1 when anything did, or nothing ran.
"""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def outcome_of(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def reason_of(case):
    """The first line of what went wrong, as far as it fits: a log that was cut still says it."""
    fault = next((child for child in case if child.tag in ("failure", "error")), None)
    words = (fault.get("message") or fault.text or "").strip() if fault is not None else ""
    return words.splitlines()[0][:300] if words else "no reason was given"


def main():
    folder = Path(sys.argv[1])
    counts = Counter()
    checks = folder / "checks"
    if checks.exists():
        counts.update(checks.read_text(encoding="utf-8").split())
    print("\n== Results")
    for path in sorted(folder.glob("*.xml")):
        try:
            cases = list(ElementTree.parse(path).iter("testcase"))
        except ElementTree.ParseError as error:
            print(f"FAILED: {path.name} cannot be read: {error}")
            counts["failed"] += 1
            continue
        outcomes = Counter(outcome_of(case) for case in cases)
        print(f"{path.stem}: {outcomes['passed']} passed, {outcomes['failed']} failed, "
              f"{outcomes['skipped']} skipped")
        for case in cases:
            if outcome_of(case) == "failed":
                print(f"  FAILED: {case.get('name')}: {reason_of(case)}")
        counts.update(outcomes)
    line = f"{counts['passed']} passed, {counts['failed']} failed"
    if counts["skipped"]:
        line += f", {counts['skipped']} skipped"
    print(line)
    return 1 if counts["failed"] or not counts["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
