"""C++ text of constant arrays."""


def array(declaration, values, per_line=12):
    """An array definition; `values` are C++ expressions or integers."""
    rows = [str(v) if not isinstance(v, int) else f"{v}" for v in values] or ["{}"]
    lines = [", ".join(rows[i : i + per_line]) for i in range(0, len(rows), per_line)]
    return f"{declaration} = {{\n" + "".join(f"    {line},\n" for line in lines) + "};\n"


def hex32(values):
    return [f"0x{v:08x}" for v in values]
