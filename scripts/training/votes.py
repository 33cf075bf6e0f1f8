"""The second stage's columns: what the first stage thought of the blocks around a block.

The same sums as core/src/classify/neighbour_votes.cpp, over all pages at once.
"""
import numpy

COLUMNS = ["vote", "vote@-3", "vote@-2", "vote@-1", "vote@+1", "vote@+2", "vote@+3", "vote_parent", "vote_grandparent",
           "vote_great", "vote_parent_tokens", "vote_class", "vote_near", "vote_wide", "kept_before", "kept_after",
           "from_first_kept", "from_last_kept", "same_page_kept", "vote_class_above", "vote_class_below",
           "most_parent", "least_parent", "most_grandparent", "least_grandparent", "most_great", "least_great"]
NO_VOTE = -1.0


class Groups:
    """Which blocks of all pages belong together."""

    def __init__(self, folder, source, page_of, matrix, columns):
        raw = numpy.fromfile(folder / f"{source}.groups", dtype=numpy.uint32).reshape(-1, 4)
        self.page_of = page_of
        self.matrix = matrix
        self.tokens = matrix[:, columns.index("tokens")].astype(numpy.float64)
        self.members = []
        for column in range(4):
            key = page_of.astype(numpy.uint64) << 32 | raw[:, column].astype(numpy.uint64)
            self.members.append(numpy.unique(key, return_inverse=True)[1])
        self.start = numpy.searchsorted(page_of, numpy.arange(page_of.max() + 2))


def _without_self(p, members):
    total, count = numpy.bincount(members, p), numpy.bincount(members)
    others = count[members] - 1
    return numpy.where(others > 0, (total[members] - p) / numpy.maximum(others, 1), NO_VOTE)


def _nearest_alike(p, signature):
    """The votes of the nearest blocks with the same signature, above and below."""
    order = numpy.lexsort((numpy.arange(len(p)), signature))
    same = signature[order][1:] == signature[order][:-1]
    above, below = numpy.full(len(p), NO_VOTE), numpy.full(len(p), NO_VOTE)
    above[order[1:]] = numpy.where(same, p[order[:-1]], NO_VOTE)
    below[order[:-1]] = numpy.where(same, p[order[1:]], NO_VOTE)
    return [above, below]


def _most_and_least(p, members):
    most, least = numpy.zeros(members.max() + 1), numpy.ones(members.max() + 1)
    numpy.maximum.at(most, members, p)
    numpy.minimum.at(least, members, p)
    return [most[members], least[members]]


def rows_with_votes(args, p, chosen):
    """The chosen rows with the votes appended; `p` must be set for all blocks of the chosen pages."""
    groups = args.votes
    p = p.astype(numpy.float64)
    page, start, count = groups.page_of, groups.start, len(p)
    begin, end = start[page], start[page + 1]
    at = numpy.arange(count)
    columns = [p]
    for offset in (-3, -2, -1, 1, 2, 3):
        other = at + offset
        inside = (other >= begin) & (other < end)
        columns.append(numpy.where(inside, p[numpy.clip(other, 0, count - 1)], NO_VOTE))
    parent, grandparent, great, signature = groups.members
    columns += [_without_self(p, members) for members in (parent, grandparent, great)]
    weighted, total = numpy.bincount(parent, p * groups.tokens), numpy.bincount(parent, groups.tokens)
    rest = total[parent] - groups.tokens
    enough = (rest > 0.5) & (numpy.bincount(parent)[parent] > 1)
    columns.append(numpy.where(enough, (weighted[parent] - p * groups.tokens) / numpy.maximum(rest, 0.5), NO_VOTE))
    columns.append(_without_self(p, signature))
    sums = numpy.concatenate([[0.0], numpy.cumsum(p)])
    for reach in (5, 15):
        low, high = numpy.maximum(begin, at - reach), numpy.minimum(end, at + reach + 1)
        columns.append((sums[high] - sums[low]) / (high - low))
    kept_tokens = numpy.concatenate([[0.0], numpy.cumsum(p * groups.tokens)])
    on_page = numpy.maximum(1.0, kept_tokens[end] - kept_tokens[begin])
    columns.append((kept_tokens[at] - kept_tokens[begin]) / on_page)
    columns.append(1.0 - (kept_tokens[at + 1] - kept_tokens[begin]) / on_page)
    kept = p >= 0.5
    first = numpy.minimum.reduceat(numpy.where(kept, at, end), start[:-1][numpy.diff(start) > 0])
    last = numpy.maximum.reduceat(numpy.where(kept, at, begin - 1), start[:-1][numpy.diff(start) > 0])
    place = numpy.cumsum(numpy.diff(start) > 0) - 1
    columns.append(at - first[place[page]])
    columns.append(at - last[place[page]])
    share = numpy.concatenate([[0], numpy.cumsum(kept)])
    columns.append((share[end] - share[begin]) / numpy.maximum(1, end - begin))
    columns += _nearest_alike(p, signature)
    for members in (parent, grandparent, great):
        columns += _most_and_least(p, members)
    return numpy.column_stack([groups.matrix[chosen]] + [c[chosen].astype(numpy.float32) for c in columns]).astype(numpy.float32)
