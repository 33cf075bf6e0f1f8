"""Reads the pages of WARC files: HTML answers with status 200, one after another, in bounded memory.

A WARC file is a row of records, each usually a gzip member of its own: a head of `Name: value` lines, an empty
line, `Content-Length` bytes. A response record holds the HTTP answer as the server sent it, or as the crawler
unpacked it (Common Crawl).
"""
import gzip
import re
import zlib

MOST_PAGE_BYTES = 16 << 20  # longer answers are no pages; Common Crawl cuts at one mebibyte
MOST_HEAD_BYTES = 64 << 10
SNIFFED_BYTES = 1024  # in which browsers look for a page's `<meta charset>`


def pages_of(path):
    """Yields (address, text) of each page in the file."""
    with open_plain(path) as file:
        while True:
            head = read_head(file)
            if head is None:
                return
            length = int(head.get("content-length", 0))
            if head.get("warc-type") != "response" or length > MOST_PAGE_BYTES:
                skip(file, length)
                continue
            page = page_of_answer(file.read(length))
            if page is not None:
                yield head.get("warc-target-uri", "").strip("<>"), page


def open_plain(path):
    with open(path, "rb") as file:
        is_gzip = file.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if is_gzip else open(path, "rb")


def read_head(file):
    """The head of the next record, or None at the end. Empty lines part records."""
    line = b"\r\n"
    while line in (b"\r\n", b"\n"):
        line = file.readline(MOST_HEAD_BYTES)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise ValueError(f"no WARC record where one should begin: {line[:40]!r}")
    return read_fields(iter(lambda: file.readline(MOST_HEAD_BYTES), b""))


def read_fields(lines):
    fields = {}
    for line in lines:
        line = line.strip()
        if not line:
            break
        name, _, value = line.partition(b":")
        fields[name.strip().lower().decode("latin-1")] = value.strip().decode("utf-8", "replace")
    return fields


def skip(file, length):
    while length > 0:
        length -= len(file.read(min(length, 1 << 20)) or b"\0" * length)


def page_of_answer(answer):
    """The text of an HTTP answer, or None where it is no HTML page."""
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    if not re.match(rb"HTTP/\S+ 200\b", lines[0]):
        return None
    fields = read_fields(iter(lines[1:]))
    kind = fields.get("content-type", "text/html").lower()
    if "html" not in kind:
        return None
    try:
        if "chunked" in fields.get("transfer-encoding", "").lower():
            body = without_chunks(body)
        encoding = fields.get("content-encoding", "").lower()
        if encoding in ("gzip", "x-gzip", "deflate"):
            body = zlib.decompressobj(47 if "gzip" in encoding else 15).decompress(body, MOST_PAGE_BYTES)
        elif encoding not in ("", "identity"):
            return None
    except (ValueError, zlib.error):
        return None
    return decode(body, re.search(r"charset=[\"']?([\w:.-]+)", kind))


def without_chunks(body):
    plain, at = [], 0
    while True:
        end = body.index(b"\r\n", at)
        size = int(body[at:end].split(b";")[0], 16)
        if size == 0:
            return b"".join(plain)
        plain.append(body[end + 2:end + 2 + size])
        at = end + 2 + size + 2


def decode(body, stated):
    """By byte order mark, by what the server says, by what the page says, as UTF-8."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if body.startswith(mark):
            return body.decode(name, "replace")
    names = [stated[1]] if stated else []
    in_page = re.search(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w:.-]+)", body[:SNIFFED_BYTES], re.I)
    if in_page:
        names.append(in_page[1].decode("latin-1"))
    for name in names:
        # Browsers read what calls itself Latin-1 as its superset.
        name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name.lower(), name)
        try:
            return body.decode(name, "replace")
        except LookupError:
            continue
    return body.decode("utf-8", "replace")
