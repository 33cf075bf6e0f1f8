"""core/data/models/{html,text,readable}.model, as scripts/train and scripts/train_readable wrote them -> classify/packed_model.hpp

Their bytes in an order that compresses a quarter better: what is alike stands together, and what the order of a
tree's nodes tells, the place of its right branches, is left out.
"""
import struct

LEAF = 255
WITH_WORDS = 2  # the version whose weights of words stand before the stages


def pack(model):
    """What core/src/classify/packed_model.cpp makes the model of again."""
    if not model:
        return b""
    stages, at = model[5], 6
    words = b""
    if model[4] == WITH_WORDS:  # bits, unit, bias, and a weight for each of the 2^bits places
        words = model[at : at + 9 + (1 << model[at])]
        at += len(words)
    heads, names, features, bins = bytearray(), bytearray(), bytearray(), bytearray()
    thresholds, values = [bytearray() for _ in range(4)], [bytearray() for _ in range(2)]
    for _ in range(stages):
        (count,) = struct.unpack_from("<H", model, at)
        heads += model[at : at + 2]
        at += 2
        for _ in range(count):
            end = at + 1 + model[at]
            names += model[at : end + 1]  # length, name, number of thresholds
            at = end + 1
            for _ in range(model[end]):
                for byte in range(4):
                    thresholds[byte].append(model[at + byte])
                at += 4
        (trees,) = struct.unpack_from("<H", model, at + 8)
        heads += model[at : at + 10]  # bias, scale, number of trees
        at += 10
        for _ in range(trees):
            (nodes,) = struct.unpack_from("<H", model, at)
            at += 2
            for _ in range(nodes):
                features.append(model[at])
                if model[at] == LEAF:
                    values[0].append(model[at + 2])
                    values[1].append(model[at + 3])
                else:
                    bins.append(model[at + 1])
                at += 4
    assert at == len(model)
    sizes = struct.pack("<IIIIII", len(names), len(thresholds[0]), len(features), len(bins), len(values[0]), len(words))
    return bytes(model[:6] + sizes + words + heads + names + b"".join(thresholds) + features + bins + b"".join(values))


def tables(models):
    parts = ['#include "classify/packed_model.hpp"\n\nnamespace lectern {\n']
    for name, data in models.items():
        symbol = f"k{name.capitalize()}Model"
        rows = [", ".join(str(byte) for byte in data[at:at + 32]) for at in range(0, len(data), 32)] or ["0"]
        parts.append(f"\nnamespace {{\nconst unsigned char {symbol}Bytes[] = {{\n    " + ",\n    ".join(rows) + "};\n} // namespace\n")
        parts.append(f"const PackedModel {symbol} = {{{symbol}Bytes, {len(data)}}};\n")
    parts.append("\n} // namespace lectern\n")
    return "".join(parts)


def compile(folder):
    paths = {name: folder / f"{name}.model" for name in ("html", "text", "readable")}
    models = {name: pack(path.read_bytes()) if path.exists() else b"" for name, path in paths.items()}
    return {
        "model_data.cpp": tables(models),
        "model_data_apart.cpp": tables({**models, "text": b""}),
        "text.model": models["text"],
    }
