"""The number of one copy (份号): six digits at the top left of a paper whose copies are counted."""

DIGITS = 6
LAST = 10**DIGITS - 1


def copy_number(number: int) -> str:
    """Six digits with zeros in front."""
    return f"{number:0{DIGITS}}"


def read_copy_number(text: str) -> str | None:
    """Six digits with zeros in front, nothing for nothing, None for what is not such a number."""
    typed = text.strip()
    if not typed:
        return ""
    if not typed.isascii() or not typed.isdigit() or len(typed) > DIGITS or not int(typed):
        return None
    return copy_number(int(typed))
