"""What a person may say to her letter: that she agrees, or remarks."""

LONGEST = 2000


def statement_fault(*, agrees: bool | None, text: str) -> str:
    """The field that is wrong, "" when it can be handed in. `agrees` is None while nothing was chosen."""
    if agrees is None:
        return "agrees"
    if not agrees and not text:
        return "text"
    return "text" if len(text) > LONGEST else ""
