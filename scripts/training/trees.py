"""Training of one stage, and the model file that core/src/classify/block_model.hpp describes."""
import struct

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

SCALE = 4096  # leaf values are stored as sixteen-bit integers in this unit
LEAF = 255


def fit(rows, labels, weights, trees, leaves, rate, seed=7, smallest_leaf=40, l2=5.0):
    model = HistGradientBoostingClassifier(
        max_iter=trees, max_leaf_nodes=leaves, learning_rate=rate, l2_regularization=l2,
        min_samples_leaf=smallest_leaf, max_bins=64, early_stopping=False, random_state=seed)
    used = weights > 0
    model.fit(rows[used], labels[used], sample_weight=weights[used])
    return model


def likelihood(model, rows):
    return model.predict_proba(rows)[:, 1].astype(numpy.float32)


def _float_at_most(value):
    """The largest 32-bit float that is not over `value`: comparisons come out as in training."""
    result = numpy.float32(value)
    if float(result) > value:
        result = numpy.nextafter(result, numpy.float32(-numpy.inf), dtype=numpy.float32)
    return float(result)


def encode_stage(model, names):
    trees = [predictors[0].nodes for predictors in model._predictors]
    thresholds = {}
    for nodes in trees:
        for node in nodes:
            if not node["is_leaf"]:
                thresholds.setdefault(int(node["feature_idx"]), set()).add(_float_at_most(node["num_threshold"]))
    features = sorted(thresholds)
    assert len(features) < LEAF, "a stage may use 254 features"
    index = {feature: i for i, feature in enumerate(features)}
    ladders = {feature: sorted(thresholds[feature]) for feature in features}
    out = [struct.pack("<H", len(features))]
    for feature in features:
        name = names[feature].encode()
        ladder = ladders[feature]
        assert len(ladder) < 256
        out.append(struct.pack("<B", len(name)) + name + struct.pack("<B", len(ladder)) + struct.pack(f"<{len(ladder)}f", *ladder))
    bias = float(numpy.ravel(model._baseline_prediction)[0])
    out.append(struct.pack("<iiH", round(bias * SCALE), SCALE, len(trees)))
    for nodes in trees:
        flat = []

        def add(at):  # depth is bounded by the number of leaves
            node = nodes[at]
            if node["is_leaf"]:
                value = max(-32768, min(32767, round(float(node["value"]) * SCALE)))
                flat.append(struct.pack("<BBh", LEAF, 0, value))
                return
            here = len(flat)
            flat.append(b"")
            feature = int(node["feature_idx"])
            add(int(node["left"]))
            right = len(flat)
            add(int(node["right"]))
            place = ladders[feature].index(_float_at_most(node["num_threshold"]))
            flat[here] = struct.pack("<BBH", index[feature], place, right)

        add(0)
        out.append(struct.pack("<H", len(flat)) + b"".join(flat))
    return b"".join(out)


def encode(stages):
    """The file of [(model, column names), ...]."""
    return b"LCTM" + struct.pack("<BB", 1, len(stages)) + b"".join(encode_stage(model, names) for model, names in stages)
