"""Who is in the range of a circular, and a word by which a page can say that it showed exactly these."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Reader:
    """One account and the organisation for which it reads; the name is for the page."""

    organisation_id: int
    account_id: int
    organisation: str = ""
    name: str = ""


@dataclass(frozen=True)
class Range:
    """`already` read it, `coming` would from now on, in `unreachable` organisations nobody can sign in."""

    coming: tuple[Reader, ...] = ()
    already: tuple[Reader, ...] = ()
    unreachable: tuple[str, ...] = ()

    @property
    def seal(self) -> str:
        """Changes as soon as anybody joins or leaves those who are coming."""
        return seal_of(self.coming)


def seal_of(readers: Iterable[Reader]) -> str:
    """Sixteen characters that stand for exactly these readers."""
    said = ",".join(f"{one.organisation_id}-{one.account_id}" for one in sorted(readers))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def range_of(wanted: Iterable[Reader], present: Iterable[Reader], unreachable: Iterable[str]) -> Range:
    """Those who are wanted, parted into who has it already and who would get it now."""
    have = {(one.organisation_id, one.account_id) for one in present}
    ordered = sorted(wanted)
    return Range(
        coming=tuple(one for one in ordered if (one.organisation_id, one.account_id) not in have),
        already=tuple(sorted(present)),
        unreachable=tuple(unreachable),
    )
