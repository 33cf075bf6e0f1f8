"""python3-readability over all pages: milliseconds of the processor for each, as JSON."""
import json
import sys
import time

from readability import Document

times = []
for line in open(sys.argv[1], encoding="utf-8"):
    page = json.loads(line)["html"]
    start = time.process_time()
    try:
        Document(page).summary(html_partial=True)
    except Exception:
        pass  # the time counts all the same
    times.append((time.process_time() - start) * 1e3)
print(json.dumps(times))
