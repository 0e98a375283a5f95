from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Missing, Refused
from pingyi.core.live import announce
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle, ReviewMeeting
from pingyi.review.cycles.services import SeveralFaults
from pingyi.review.lots.domain.announcement import Source, SourceKind
from pingyi.review.lots.domain.numbers import number_faults, tidy_number
from pingyi.review.lots.domain.shuffle import draw
from pingyi.review.lots.models import LotDraw
from pingyi.review.lots.queries.lots import MeetingLots, lots_of
from pingyi.review.lots.rules import may_draw_lot
from pingyi.review.lots.services.too_late import refuse_when_over

LONGEST_WITNESSES = 200


@transaction.atomic
def draw_lot(
    *,
    actor: Actor,
    now: datetime,
    meeting: ReviewMeeting,
    commitment: str,
    numbers: Sequence[str],
    witnesses: str,
) -> LotDraw:
    """Enter all numbers of the announced sources at once and draw: one step, so that nobody sees a part of them.

    `commitment` is the fingerprint of the draw that whoever enters has in front of her. A draw is made once.
    """
    if not may_draw_lot(actor, meeting):
        raise Forbidden(Words("报的数由经办人或监票人录入。"))
    Cycle.objects.select_for_update(of=("self",)).get(pk=meeting.cycle_id)
    lots = lots_of(meeting)
    refuse_when_over(lots)
    _refuse_wrong_moment(lots, commitment)
    row = lots.newest
    assert row is not None  # noqa: S101 (just looked at)
    sources = [Source(SourceKind(one["kind"]), one["label"], one["digits"]) for one in row.sources]
    given = [tidy_number(number) for number in numbers]
    given += [""] * (len(sources) - len(given))
    watched = tidy(witnesses)
    faults = {
        f"number-{place}": words for place, words in number_faults(sources, given[: len(sources)]).items()
    }
    if not watched or len(watched) > LONGEST_WITNESSES:
        faults["witnesses"] = Words(
            "写明谁在场监督，{longest_witnesses}个字以内，例如“纪委 沈某、工会 尚某”。",
            longest_witnesses=LONGEST_WITNESSES,
        )
    if faults:
        raise SeveralFaults(faults, code="lot.numbers")
    given = given[: len(sources)]
    drawn: LotDraw = LotDraw.objects.create(
        institution_id=meeting.institution_id,
        lot=row.lot,
        numbers=given,
        result=draw(row.lot.commitment, len(row.names), given),
        witnesses=watched,
        drawn_by_id=actor.account_id,
        drawn_at=now,
    )
    record_event(
        institution_id=actor.institution_id,
        verb="lot.drawn",
        actor_id=actor.account_id,
        subject=row.lot,
        now=now,
        payload={"round": row.lot.round, "numbers": given, "result": drawn.result, "witnesses": watched},
    )
    announce(f"meeting:{meeting.pk}")
    return drawn


def _refuse_wrong_moment(lots: MeetingLots, commitment: str) -> None:
    row = lots.newest
    if row is None:
        raise Missing(Words("还没有公布抽签的名单。先公布，再报数。"), code="lot.missing")
    if row.lot.commitment != commitment:
        raise Refused(Words("刚刚又公布了一次抽签，没有录入。请看过新的名单再录。"), code="lot.stale")
    if row.drawn is not None:
        raise Refused(
            Words("这一次已经抽过，数和次序都记下了，不能再录。要重抽，写理由另公布一次。"), code="lot.drawn"
        )
    if not lots.is_same_people:
        raise Refused(
            Words("公布以后现场述职的人变了，没有抽。写明理由重新公布名单，再报数。"), code="lot.other_people"
        )
