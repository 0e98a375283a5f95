"""Sound documents of every shape that the contract allows."""

from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

NAMES = st.text(min_size=1, max_size=4)
COUNT = st.integers(0, 30)
KEYS = ["good", "fairly_good", "average", "poor", "unknown", "blank"]


def decimals(low: int, high: int, places: int = 3) -> st.SearchStrategy[str]:
    """Decimal strings that are not negative, with up to so many decimals."""
    scale = 10**places
    return st.integers(low * scale, high * scale).map(lambda n: f"{n // scale}.{n % scale:0{places}d}")


@st.composite
def shares(draw: st.DrawFn, parts: int) -> list[str]:
    """So many decimal strings that make exactly 1; some may be 0."""
    cuts = sorted(draw(st.lists(st.integers(0, 1000), min_size=parts - 1, max_size=parts - 1)))
    edges = [0, *cuts, 1000]
    return [f"{(b - a) // 1000}.{(b - a) % 1000:03d}" for a, b in pairwise(edges)]


@st.composite
def ballot_counts(draw: st.DrawFn) -> dict[str, int]:
    """Counts of a category, often empty in part."""
    found = {key: draw(st.one_of(st.just(0), COUNT)) for key in KEYS}
    return {"issued": sum(found.values()) + draw(st.integers(0, 5)), **found}


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A whole document with no fault: parts with weight have marks, nothing has to fail."""
    names = draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    weights = draw(shares(len(names)))
    composite = dict(zip(["ballot", "daily", "leader"], draw(shares(3)), strict=True))
    bounds = sorted(draw(st.lists(st.integers(0, 100), min_size=1, max_size=5, unique=True)), reverse=True)
    bands = draw(st.lists(NAMES, min_size=len(bounds), max_size=len(bounds), unique=True))
    rules = {
        "grade_points": {
            grade: draw(st.one_of(st.integers(0, 120), decimals(0, 120)))
            for grade in ["good", "fairly_good", "average", "poor"]
        },
        "denominator": draw(st.sampled_from(["valid", "returned", "issued"])),
        "categories": [{"id": n, "weight": w} for n, w in zip(names, weights, strict=True)],
        "empty_category": "redistribute",
        "bands": [[name, str(bound)] for name, bound in zip(bands, bounds, strict=True)],
        "composite": composite,
        "min_non_good_share": draw(decimals(0, 1)),
        "display_decimals": draw(st.integers(0, 6)),
    }
    ids = draw(st.lists(NAMES, max_size=6, unique=True))
    return {"rules": rules, "reporters": [draw(reporters(one, names, composite)) for one in ids]}


@st.composite
def reporters(draw: st.DrawFn, name: str, categories: list[str], composite: dict[str, str]) -> dict[str, Any]:
    """A reporter with the marks that the composite needs."""
    marks = {
        part: draw(decimals(0, 100) if Fraction(composite[part]) else st.one_of(st.none(), decimals(0, 100)))
        for part in ["daily", "leader"]
    }
    voted = draw(st.lists(st.sampled_from(categories), unique=True))
    return {"id": name, **marks, "ballots": {category: draw(ballot_counts()) for category in voted}}
