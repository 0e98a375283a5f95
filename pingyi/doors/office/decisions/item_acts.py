"""What is done with one item of an agenda. A refusal is shown at its form."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from pingyi.core.clock import now
from pingyi.core.errors import Refused
from pingyi.core.faults import Gathered
from pingyi.core.words import Words
from pingyi.doors.office.acting import act_or_show
from pingyi.doors.office.decisions.meeting_page import meeting_page
from pingyi.doors.office.decisions.reading import readable_item, readable_meeting, readable_seat
from pingyi.doors.office.pages import OfficeRequest, office_page
from pingyi.doors.office.sent_fields import sent_number, typed_number
from pingyi.ledgers.decisions.domain.votes import Outcome, Tally, VoteForm
from pingyi.ledgers.decisions.services import (
    Vote,
    close_item,
    decision_words,
    note_recusal,
    record_statement,
    take_off_topic,
)

if TYPE_CHECKING:
    from pingyi.ledgers.decisions.models import AgendaItem

_COUNTS = ("approve", "against", "abstain")
MOST_VOTES = 9_999


@office_page
@require_POST
def item_take_off(request: OfficeRequest, item_id: int) -> HttpResponse:
    """No fields."""
    return _done(
        request,
        item_id,
        "take-off",
        lambda item: take_off_topic(actor=request.actor, now=now(), item=item),
        Words("从议程上撤下了，可以列入下次会。"),
    )


@office_page
@require_POST
def item_recuse(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST seat, reason."""
    return _done(
        request,
        item_id,
        "recuse",
        lambda item: note_recusal(
            actor=request.actor,
            now=now(),
            item=item,
            seat=readable_seat(request.actor, sent_number(request.POST, "seat")),
            reason=request.POST.get("reason", ""),
        ),
        Words("记下了回避，能不能定重新算过。"),
    )


@office_page
@require_POST
def item_say(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST seat, text."""
    return _done(
        request,
        item_id,
        "say",
        lambda item: record_statement(
            actor=request.actor,
            now=now(),
            item=item,
            seat=readable_seat(request.actor, sent_number(request.POST, "seat")),
            text=request.POST.get("text", ""),
        ),
        Words("记下了。"),
    )


@office_page
@require_POST
def item_close(request: OfficeRequest, item_id: int) -> HttpResponse:
    """POST outcome, form (empty for no vote), approve, against, abstain, first_teller, second_teller, decision."""
    return _done(
        request,
        item_id,
        "put-off" if _is_put_off(request.POST) else "close",
        lambda item: _close(request, item),
        Words("结果记下了。"),
    )


def _close(request: OfficeRequest, item: "AgendaItem") -> None:
    """Does it, or tells everything that is wrong with the form at once."""
    sent, found = request.POST, Gathered()
    vote = found.read(lambda: _vote(sent))
    outcome = found.read(lambda: _outcome(sent.get("outcome", "")))
    decision = found.read(lambda: decision_words(sent.get("decision", "")))
    found.refuse()
    close_item(actor=request.actor, now=now(), item=item, outcome=outcome, vote=vote, decision=decision)


def _outcome(sent: str) -> Outcome:
    if sent not in list(Outcome):
        raise Refused(Words("选通过、未通过或者暂缓。"), code="form.outcome", field="outcome")
    return Outcome(sent)


def _vote(sent: Mapping[str, str]) -> Vote | None:
    form = sent.get("form", "")
    if _is_put_off(sent):
        return None
    found = Gathered()
    found.read(lambda: _form(form))
    counts = [found.read(partial(_count, sent, name)) for name in _COUNTS]
    tellers = found.read(lambda: _tellers(sent)) if form == VoteForm.SECRET else ()
    found.refuse()
    return Vote(VoteForm(form), Tally(*counts), tellers)


def _is_put_off(sent: Mapping[str, str]) -> bool:
    """Without a vote."""
    return not sent.get("form") and sent.get("outcome") == Outcome.POSTPONED


def _form(form: str) -> None:
    if form not in list(VoteForm):
        raise Refused(Words("选一种表决的办法。没有表决的，只能记暂缓。"), code="form.vote", field="form")


def _count(sent: Mapping[str, str], name: str) -> int:
    count = typed_number(sent, name, MOST_VOTES)
    if count is None:
        raise Refused(Words("写票数，没有就写0。"), code="form.count", field=name)
    return count


def _tellers(sent: Mapping[str, str]) -> tuple[int, ...]:
    first, second = (sent_number(sent, name) for name in ("first_teller", "second_teller"))
    if not first:
        raise Refused(Words("无记名投票，选监票的人。"), code="form.teller", field="first_teller")
    if not second or second == first:
        raise Refused(
            Words("无记名投票，选计票的人，不和监票同一个人。"), code="form.teller", field="second_teller"
        )
    return first, second


def _done(
    request: OfficeRequest, item_id: int, form: str, act: "Callable[[AgendaItem], object]", said: str
) -> HttpResponse:
    item = readable_item(request.actor, item_id)
    return act_or_show(
        request,
        lambda: act(item),
        lambda failed: meeting_page(request, readable_meeting(request.actor, item.meeting_id), failed),
        form=f"{form}-{item_id}",
        back=reverse("office:decision-meeting-show", args=[item.meeting_id]),
        said=said,
    )
