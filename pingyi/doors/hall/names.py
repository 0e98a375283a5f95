"""Names of organisations on a screen that is read from twenty metres."""

LONG, LONGEST = 8, 16


def size_of_name(name: str) -> str:
    """The class of a name in large letters: ordinary, long (dual names), longest."""
    if len(name) > LONGEST:
        return "longest"
    return "long" if len(name) > LONG else ""
