from datetime import date, datetime

from django.db import transaction

from pingyi.core.errors import Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.appraisal.domain.deciding import Choice
from pingyi.review.appraisal.services.decide_grades import Decided
from pingyi.review.appraisal.services.deciding import Recording, Sitting
from pingyi.review.cycles.models import Reporter
from pingyi.review.cycles.services import SeveralFaults


@transaction.atomic
def decide_grade(
    *,
    actor: Actor,
    now: datetime,
    reporter: Reporter,
    deciding_meeting: str,
    decided_on: date,
    choice: Choice,
    seen: int = 0,
    correction_note: str = "",
) -> Decided:
    """Decide one person's grade, or correct what was decided: the earlier decision stays to be read.

    `seen` is the number of decisions that the writer saw; who would correct what she has not seen is refused. A
    correction says why. Sending the same again changes nothing. Records grade.decided or grade.corrected.
    """
    recording = Recording(actor, now, reporter.cycle_id, Sitting(deciding_meeting, decided_on))
    tidy, note = choice.tidy(), " ".join(correction_note.split())
    if recording.is_recorded(reporter, tidy):
        return Decided((), recording.cap())
    present = recording.present.get(reporter.pk)
    if seen != (present.sequence if present else 0):
        raise Refused(
            Words("您打开这一页以后，别人记了这一位的等次，没有改动。看过现在的内容再定要不要更正。"),
            code="grade.changed_meanwhile",
        )
    faults = recording.sitting_faults([reporter])
    if fault := recording.choice_fault(reporter, tidy):
        faults |= dict([fault])
    if present is not None and not note:
        faults["correction"] = Words("写明为什么更正，原来的决定会留着。")
    if faults:
        raise SeveralFaults(faults, code="grade.faults")
    return Decided((recording.write(reporter, tidy, note),), recording.cap())
