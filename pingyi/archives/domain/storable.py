"""What a database takes as it is: anything else in a package is refused by name before it gets there."""

# The largest number of a column.
MOST = 2**63 - 1


def is_storable(text: str) -> bool:
    """No NUL, which PostgreSQL refuses, and no half of a sign, which is no UTF-8."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)
