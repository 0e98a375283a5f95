"""The six signatures, who may give which, and which of them stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LEVELS = (1, 2, 3)
LAST = 3


class Kind(StrEnum):
    REVIEW = "review"
    PROOF = "proof"


class People(StrEnum):
    """How strictly people differ: all six; three reviewers and three proof readers; not laid down.

    Whatever is laid down, the last signatures are never the writer's own.
    """

    ALL = "all"
    KINDS = "kinds"
    FREE = "free"


class State(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"


@dataclass(frozen=True, order=True)
class Step:
    kind: Kind
    level: int


# 初审、一校、复审、二校、终审、三校.
STEPS = tuple(Step(kind, level) for level in LEVELS for kind in (Kind.REVIEW, Kind.PROOF))


@dataclass(frozen=True)
class Signed:
    """A signature under one version, in one round: a return begins a new round."""

    step: Step
    account_id: int
    round: int
    version: int


class Clash(StrEnum):
    WRITER_LAST = "writer_last"
    TWICE_IN_KIND = "twice_in_kind"
    TWICE = "twice"


def standing(signatures: Iterable[Signed], *, now_round: int, version: int) -> set[Step]:
    """The steps whose signature counts. The last review and proof must be under the text as it stands now; earlier
    ones stay when somebody behind them corrects the text: the next reads what was changed.
    """
    return {
        one.step
        for one in signatures
        if one.round == now_round and (one.step.level < LAST or one.version == version)
    }


def next_step(done: Iterable[Step]) -> Step | None:
    """The first step without a signature; None: all are there."""
    have = set(done)
    return next((step for step in STEPS if step not in have), None)


def steps_of_turn(step: Step, names: Mapping[Step, int], done: Iterable[Step]) -> tuple[Step, ...]:
    """What one signs at once: review and proof of a level that are the same person's are one act (初审初校)."""
    proof = Step(Kind.PROOF, step.level)
    both = step.kind is Kind.REVIEW and names.get(step) == names.get(proof) and proof not in set(done)
    return (step, proof) if both else (step,)


def clashes(names: Mapping[Step, int], *, writer: int, people: People) -> list[tuple[Step, Clash]]:
    """Named people who may not hold their step beside the others. The database refuses the same."""
    found: list[tuple[Step, Clash]] = []
    for step in STEPS:
        account = names.get(step)
        if account is None:
            continue
        before = [other for other in STEPS[: STEPS.index(step)] if names.get(other) == account]
        if account == writer and step.level == LAST:
            found.append((step, Clash.WRITER_LAST))
        elif people is not People.FREE and any(other.kind is step.kind for other in before):
            found.append((step, Clash.TWICE_IN_KIND))
        elif people is People.ALL and before:
            found.append((step, Clash.TWICE))
    return found
