from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.cap import Cap
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.models import GradeDecision
from pingyi.review.appraisal.phrases import GRADE_WORDS
from pingyi.review.appraisal.services.deciding import Recording, Sitting
from pingyi.review.cycles.models import Cycle, Reporter
from pingyi.review.cycles.services import SeveralFaults


@dataclass(frozen=True)
class Decided:
    """What was written, and how the review now stands against the limit on the first grade."""

    decisions: tuple[GradeDecision, ...]
    cap: Cap


@transaction.atomic
def decide_grades(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    deciding_meeting: str,
    decided_on: date,
    choices: Mapping[int, Choice],
) -> Decided:
    """What one sitting of the committee decided, for any number of people (by reporter), all or nothing.

    Only for people without a decision; what was decided is changed by `decide_grade`, with a reason. Sending the same
    again changes nothing. Too many first grades are a warning in the answer, never a refusal. Records grade.decided.
    """
    recording = Recording(actor, now, cycle.pk, Sitting(deciding_meeting, decided_on))
    tidy = {pk: choice.tidy() for pk, choice in choices.items()}
    reporters = list(
        Reporter.objects.filter(cycle=cycle, pk__in=tidy)
        .select_related("meeting", "organisation")
        .order_by("meeting__sequence", "order")
    )
    if not reporters or len(reporters) != len(tidy):
        raise Refused(Words("还没有选等次。给至少一位选好等次再记。"), code="grade.none")
    faults = recording.sitting_faults(reporters)
    new = [one for one in reporters if not recording.is_recorded(one, tidy[one.pk])]
    for reporter in new:
        _check(recording, reporter, tidy[reporter.pk], faults)
    if faults:
        raise SeveralFaults(faults, code="grade.faults", labels=_labels(reporters))
    written = [recording.write(reporter, tidy[reporter.pk]) for reporter in new]
    return Decided(tuple(written), recording.cap())


def _check(recording: Recording, reporter: Reporter, choice: Choice, faults: dict[str, str]) -> None:
    present = recording.present.get(reporter.pk)
    if present is not None:
        word = GRADE_WORDS[present.decided_grade]
        faults[f"grade-{reporter.pk}"] = Words(
            "已经由{display_name}记为“{word}”，没有改动。要更正，打开这一位单独更正。",
            display_name=present.recorded_by.display_name,
            word=word,
        )
    elif fault := recording.choice_fault(reporter, choice):
        field, words = fault
        faults[f"{field}-{reporter.pk}"] = words


def _labels(reporters: list[Reporter]) -> dict[str, str]:
    return {f"{field}-{one.pk}": one.organisation.name for one in reporters for field in ("grade", "reason")}
