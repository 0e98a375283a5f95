"""An organisation with two official names, written in one."""

# Only the word for the Party body is shared by both names.
BODIES = ("直属党支部", "党总支", "党支部", "党委")


def with_dual_name(name: str, dual: str) -> str:
    """第五附属医院党委 and 第五临床医学院党委 → 第五附属医院（第五临床医学院）党委."""
    if not dual or dual == name:
        return name
    shared = next((word for word in BODIES if name.endswith(word) and dual.endswith(word)), "")
    bare, other = name.removesuffix(shared), dual.removesuffix(shared)
    return f"{bare}（{other}）{shared}"
