"""Cuts input files into partitions, and reads the pages of one as lines for `lectern batch`."""
import gzip
import json
import os
from dataclasses import dataclass

import warc


@dataclass(frozen=True)
class Partition:
    """A whole file, or the lines of a JSON Lines file that begin in [begin, end)."""
    name: str  # of its output; unique in a run
    path: str
    begin: int = 0
    end: int = -1  # -1: a whole file


def is_warc(path):
    return path.endswith((".warc", ".warc.gz"))


def partitions_of(paths, most_bytes):
    """What is compressed cannot be cut; JSON Lines is cut every `most_bytes`."""
    partitions = []
    for number, path in enumerate(paths):
        stem = f"{number:05d}-{os.path.basename(path).split('.')[0]}"
        size = os.path.getsize(path)
        if is_warc(path) or path.endswith(".gz"):
            partitions.append(Partition(stem, path))
            continue
        for part, begin in enumerate(range(0, max(size, 1), most_bytes)):
            partitions.append(Partition(f"{stem}-{part:05d}", path, begin, min(size, begin + most_bytes)))
    return partitions


def lines_of(partition):
    """Lines for the standard input of `lectern batch`, with their line ends."""
    if is_warc(partition.path):
        for number, (address, page) in enumerate(warc.pages_of(partition.path)):
            line = {"id": f"{partition.name}:{number}", "url": address, "html": page}
            # A lone surrogate has no UTF-8; escaped it is JSON all the same.
            yield json.dumps(line, ensure_ascii=True).encode() + b"\n"
        return
    opened = gzip.open(partition.path, "rb") if partition.path.endswith(".gz") else open(partition.path, "rb")
    with opened as file:
        at = partition.begin
        if at > 0:  # the line that began before is the last one's
            file.seek(at - 1)
            at += len(file.readline()) - 1
        while partition.end < 0 or at < partition.end:
            line = file.readline()
            if not line:
                return
            at += len(line)
            yield line if line.endswith(b"\n") else line + b"\n"
