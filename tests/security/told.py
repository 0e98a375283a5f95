"""What the readings of the ballot tables tell about the secret vote."""

from collections.abc import Iterable, Mapping

from tests.security.readings import Orders
from tests.security.secret_vote import EARLY, ROWS, Facts
from tests.security.traces import Trace, traces


def told_by_answers(orders: Orders, rows: Iterable[tuple[int, int, str]], facts: Facts) -> list[Trace]:
    """`rows` are (key, reporter, grade). Who came early is looked for in each secretary's rows and in all of them."""
    content = {key: (reporter, grade) for key, reporter, grade in rows}
    arrival, parity = facts.reporters[: ROWS // 2], facts.reporters[ROWS // 2 :]
    found = _told(orders, {key: int(g == "poor") for key, (r, g) in content.items() if r in arrival})
    found += _told(orders, {key: int(g == "average") for key, (r, g) in content.items() if r in parity})
    for reporter in facts.reporters:
        found += _told(
            orders, {key: int(g in {"poor", "average"}) for key, (r, g) in content.items() if r == reporter}
        )
    return found


def told_by_slips(orders: Orders, rows: Iterable[tuple[int, str]], facts: Facts) -> list[Trace]:
    """`rows` are (key, code digest) of the slips; the test knows which came early."""
    place = {digest: number for number, digest in enumerate(facts.digests)}
    return _told(orders, {key: int(place[digest] >= EARLY) for key, digest in rows if digest in place})


def _told(orders: Orders, half_of: Mapping[int, int]) -> list[Trace]:
    mine = {name: [row for row in order if row in half_of] for name, order in orders.items()}
    complete = {name: order for name, order in mine.items() if not _is_by_content(name)}
    return traces(complete, half_of, 1)


def _is_by_content(name: str) -> bool:
    """Sorted by the grade itself the halves stand apart, of course."""
    return name == "by grade"
