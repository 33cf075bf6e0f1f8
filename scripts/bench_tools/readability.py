"""python3-readability over all pages: milliseconds of each, as JSON."""
import json
import sys
import time

from readability import Document

times = []
for line in open(sys.argv[1], encoding="utf-8"):
    page = json.loads(line)["html"]
    start = time.perf_counter()
    try:
        Document(page).summary(html_partial=True)
    except Exception:
        pass  # the time counts all the same
    times.append((time.perf_counter() - start) * 1e3)
print(json.dumps(times))
