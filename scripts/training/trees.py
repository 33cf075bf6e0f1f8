"""Training of one stage, and the model file that core/src/classify/block_model.hpp describes."""
import json
import struct

import numpy
import xgboost

SCALE = 4096  # leaf values are stored as sixteen-bit integers in this unit
LEAF = 255
BINS = 64


def fit(rows, labels, weights, trees, leaves, rate, subsample, seed=7):
    """Boosted trees on the rows of positive weight; the same rows give the same trees."""
    data = xgboost.QuantileDMatrix(rows, labels, weight=weights, max_bin=BINS)
    settings = {"objective": "binary:logistic", "tree_method": "hist", "grow_policy": "lossguide", "max_leaves": leaves,
                "max_depth": 0, "eta": rate, "reg_lambda": 5, "min_child_weight": 5, "max_bin": BINS,
                "colsample_bytree": 0.5, "colsample_bynode": 0.6, "subsample": subsample, "seed": seed, "nthread": 1, "base_score": 0.5}
    return xgboost.train(settings, data, trees)


def likelihood(model, rows):
    return model.inplace_predict(rows).astype(numpy.float32)


def _below(value):
    """xgboost goes left when x < value, the engine when x <= threshold."""
    return float(numpy.nextafter(numpy.float32(value), numpy.float32(-numpy.inf), dtype=numpy.float32))


def _trees_of(model):
    return json.loads(model.save_raw("json"))["learner"]["gradient_booster"]["model"]["trees"]


def encode_stage(models, names):
    """The stage that answers with the mean of the models: one, or several of different seeds."""
    trees = [tree for model in models for tree in _trees_of(model)]
    ladders = {}
    for tree in trees:
        for at, left in enumerate(tree["left_children"]):
            if left >= 0:
                ladders.setdefault(tree["split_indices"][at], set()).add(_below(tree["split_conditions"][at]))
    features = sorted(ladders)
    assert len(features) < LEAF, "a stage may use 254 features"
    index = {feature: i for i, feature in enumerate(features)}
    ladders = {feature: sorted(values) for feature, values in ladders.items()}
    out = [struct.pack("<H", len(features))]
    for feature in features:
        name, ladder = names[feature].encode(), ladders[feature]
        assert len(ladder) < 256
        out.append(struct.pack("<B", len(name)) + name + struct.pack("<B", len(ladder)) + struct.pack(f"<{len(ladder)}f", *ladder))
    out.append(struct.pack("<iiH", 0, SCALE * len(models), len(trees)))
    for tree in trees:
        flat = []

        def add(at):  # as deep as a tree, which its number of leaves bounds
            left = tree["left_children"][at]
            if left < 0:
                value = max(-32768, min(32767, round(tree["split_conditions"][at] * SCALE)))
                flat.append(struct.pack("<BBh", LEAF, 0, value))
                return
            here = len(flat)
            flat.append(b"")
            feature = tree["split_indices"][at]
            add(left)
            right = len(flat)
            add(tree["right_children"][at])
            place = ladders[feature].index(_below(tree["split_conditions"][at]))
            flat[here] = struct.pack("<BBH", index[feature], place, right)

        add(0)
        out.append(struct.pack("<H", len(flat)) + b"".join(flat))
    return b"".join(out)


def encode(stages, words=None):
    """The file of [(model, column names), ...]; instead of a model also a list of them. `words`: words.Weights."""
    return b"LCTM" + struct.pack("<BB", 2 if words else 1, len(stages)) + (words.encode() if words else b"") + b"".join(
        encode_stage(model if isinstance(model, list) else [model], names) for model, names in stages)
