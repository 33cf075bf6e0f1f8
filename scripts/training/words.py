"""The weights of words of the text model, and the columns made of them.

A line's words, pairs of words, first and last word are hashed to places (core/src/classify/line_words.hpp); a linear
model over the places gives each line the log odds of being article text. The trees then see that score of the line
and of those around it. They must learn from scores of models that did not see the page's site, as they will have it
later, so a fold's lines are scored by the weights of the other folds.
"""
import struct

import numpy
import scipy.optimize
import scipy.sparse

COLUMNS = ["words", "words@-2", "words@-1", "words@+1", "words@+2", "words_near"]
PENALTY = 1.0
ITERATIONS = 40
NEAR = 5


class Weights:
    def __init__(self, exact, step, bias):
        """`exact`: a weight for each of 2^bits places, of which the multiples of `step` units are kept."""
        # The few largest weights may be cut: the others keep their precision.
        self.unit = numpy.float32(max(numpy.quantile(numpy.abs(exact), 0.9998), 1e-6) / 127)
        self.places = (numpy.clip(numpy.round(exact / self.unit / step), -(127 // step), 127 // step) * step).astype(numpy.int8)
        self.bias = numpy.float32(bias)

    def encode(self):
        return struct.pack("<Bff", len(self.places).bit_length() - 1, self.unit, self.bias) + self.places.tobytes()


class Words:
    def __init__(self, stem, bits, step, page_of, labels, weights, fold):
        self.step, self.page_of, self.labels, self.weights, self.fold = step, page_of, labels, weights, fold
        self.start = numpy.searchsorted(page_of, numpy.arange(page_of.max() + 2))
        raw = numpy.fromfile(f"{stem}.words", dtype=numpy.uint32)
        counts, ends, hashes, at = [], [0], [], 0
        while at < len(raw):
            words, length = int(raw[at]), int(raw[at + 1])
            places = numpy.unique(raw[at + 2:at + 2 + length] >> (32 - bits))
            hashes.append(places)
            counts.append(words)
            ends.append(ends[-1] + len(places))
            at += 2 + length
        root = numpy.sqrt(numpy.maximum(1, counts)).astype(numpy.float32)
        values = numpy.repeat(1 / root, numpy.diff(ends))
        self.table = scipy.sparse.csr_matrix((values, numpy.concatenate(hashes), ends), shape=(len(counts), 1 << bits))
        self.fitted = {}

    def fit(self, without):
        """The weights learned from all folds but those."""
        key = frozenset(without)
        if key not in self.fitted:
            used = (self.weights > 0) & ~numpy.isin(self.fold, list(key))
            rows, truth, weight = self.table[used], self.labels[used].astype(float), self.weights[used].astype(float)
            columns = rows.T.tocsr()

            def loss(x):
                z = rows @ x[:-1] + x[-1]
                value = (weight * (numpy.logaddexp(0, z) - truth * z)).sum() + PENALTY / 2 * (x[:-1] ** 2).sum()
                slope = weight * (1 / (1 + numpy.exp(-z)) - truth)
                return value, numpy.append(columns @ slope + PENALTY * x[:-1], slope.sum())

            found = scipy.optimize.minimize(loss, numpy.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B",
                                            options={"maxiter": ITERATIONS}).x
            self.fitted[key] = Weights(found[:-1], self.step, found[-1])
        return self.fitted[key]

    def columns(self, held_out):
        """The columns of all lines, as a model without the folds `held_out` sees them."""
        score = numpy.zeros(len(self.fold), dtype=numpy.float32)
        for k in numpy.unique(self.fold):
            weights = self.fit(held_out if k in held_out else {*held_out, k})
            rows = self.fold == k
            score[rows] = (self.table[rows] @ weights.places.astype(numpy.float32)) * weights.unit + weights.bias
        at = numpy.arange(len(score))
        begin, end = self.start[self.page_of], self.start[self.page_of + 1]
        columns = [score]
        for offset in (-2, -1, 1, 2):
            other = at + offset
            inside = (other >= begin) & (other < end)
            columns.append(numpy.where(inside, score[numpy.clip(other, 0, len(score) - 1)], 0))
        sums = numpy.concatenate([[0.0], numpy.cumsum(score, dtype=numpy.float64)])
        low, high = numpy.maximum(begin, at - NEAR), numpy.minimum(end, at + NEAR + 1)
        columns.append((sums[high] - sums[low]) / (high - low))
        return numpy.column_stack(columns).astype(numpy.float32)
