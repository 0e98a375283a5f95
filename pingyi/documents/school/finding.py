from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a template: where it stands, what is wrong, what to do about it."""

    place: str
    message: str
    remedy: str
