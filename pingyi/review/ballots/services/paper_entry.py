"""Type a paper form: twice, by two people, the second without seeing the first."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.ballots.domain.ballot_paper import read_marks
from pingyi.review.ballots.models import Box, PaperForm, PaperTotal
from pingyi.review.ballots.queries.papers import paper_of
from pingyi.review.ballots.rules import may_enter_paper
from pingyi.review.ballots.services.hand_count import closed_voting, unconfirm

LARGEST_NUMBER = 9_999


@transaction.atomic
def enter_paper_form(
    *, actor: Actor, now: datetime, box: Box, number: int, marks: Mapping[int, str]
) -> PaperForm:
    """Keeps one reading of form `number`: the first of whoever comes first, the second of another account.

    Before: closed, not counted, the form has not been read twice. Blank rows are left out of `marks`. The same
    reading by the same person again changes nothing. Records paper.entered without the marks.
    """
    _require_counter(actor, box)
    closed_voting(box)
    _refuse_counted(box)
    if not 1 <= number <= LARGEST_NUMBER:
        raise Refused(
            Words("表上的编号写1到{largest_number}之间的整数。", largest_number=LARGEST_NUMBER),
            code="paper.number",
            field="number",
        )
    kept = {str(row): grade.value for row, grade in read_marks(paper_of(box), marks).items()}
    form: PaperForm | None = PaperForm.objects.filter(box=box, number=number).first()
    if form is None:
        form = PaperForm(institution_id=box.institution_id, box=box, number=number)
    if not _is_entered_already(form, actor, kept):
        _keep(form, actor, kept)
        unconfirm(box)
        _record(box, actor, now, "paper.entered", number)
    return form


@transaction.atomic
def correct_entry(
    *, actor: Actor, now: datetime, box: Box, number: int, row: int, grade: str | None
) -> PaperForm:
    """Changes one row of the actor's own reading after looking at the paper again; None makes it blank.

    Nobody corrects the other person's reading. Records paper.corrected without the marks.
    """
    _require_counter(actor, box)
    closed_voting(box)
    form, marks = _own_reading(box, number, actor)
    changed = {int(key): value for key, value in marks.items() if int(key) != row}
    if grade is not None:
        changed[row] = grade
    kept = {str(key): value.value for key, value in read_marks(paper_of(box), changed).items()}
    if form.first_by_id == actor.account_id:
        form.first_marks = kept
    else:
        form.second_marks = kept
    form.save()
    _record(box, actor, now, "paper.corrected", number)
    return form


@transaction.atomic
def withdraw_entry(*, actor: Actor, now: datetime, box: Box, number: int) -> None:
    """Takes the actor's own reading back, for instance of a wrongly numbered form. Records paper.withdrawn."""
    _require_counter(actor, box)
    closed_voting(box)
    form, _ = _own_reading(box, number, actor)
    if form.first_by_id == actor.account_id:
        form.first_marks, form.first_by = None, None
    else:
        form.second_marks, form.second_by = None, None
    if form.first_marks is None and form.second_marks is None:
        form.delete()
    else:
        form.save()
    unconfirm(box)
    _record(box, actor, now, "paper.withdrawn", number)


def _require_counter(actor: Actor, box: Box) -> None:
    if not may_enter_paper(actor, box):
        raise Forbidden(Words("纸质票由计票人录。"))


def _refuse_counted(box: Box) -> None:
    if PaperTotal.objects.filter(box=box).exists():
        raise Refused(Words("这一类的纸质票已经并入计票，不能再录。"), code="paper.counted")


def _is_entered_already(form: PaperForm, actor: Actor, kept: dict[str, str]) -> bool:
    """Whether this is a repeated sending. Refuses a third reading, and a second one by the same person."""
    own = {form.first_by_id: form.first_marks, form.second_by_id: form.second_marks}.get(actor.account_id)
    if own is not None:
        if own == kept:
            return True
        message = Words(
            "{number}号表您已经录过，这次录的不一样。要改您录的，到“比对”一页改那一行；第二遍要由另一位录。",
            number=form.number,
        )
        raise Refused(message, code="paper.same_person", field="number")
    if form.first_marks is not None and form.second_marks is not None:
        message = Words("{number}号表两位都录过了。对一对表上的编号。", number=form.number)
        raise Refused(message, code="paper.entered_twice", field="number")
    return False


def _keep(form: PaperForm, actor: Actor, kept: dict[str, str]) -> None:
    if form.first_marks is None:
        form.first_marks, form.first_by_id = kept, actor.account_id
    else:
        form.second_marks, form.second_by_id = kept, actor.account_id
    form.save()


def _own_reading(box: Box, number: int, actor: Actor) -> tuple[PaperForm, dict[str, str]]:
    form = PaperForm.objects.filter(box=box, number=number).first()
    own = {form.first_by_id: form.first_marks, form.second_by_id: form.second_marks} if form else {}
    kept = own.get(actor.account_id)
    if form is None or kept is None:
        raise Missing(
            Words("{number}号表没有您录的一遍。只能改自己录的。", number=number), code="paper.not_yours"
        )
    return form, kept


def _record(box: Box, actor: Actor, now: datetime, verb: str, number: int) -> None:
    record_event(
        institution_id=box.institution_id,
        verb=verb,
        actor_id=actor.account_id,
        subject=box,
        now=now,
        payload={"number": number},
    )
