from datetime import datetime

from django.db import transaction

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.services import record_event
from pingyi.core.words import Words
from pingyi.notices.services import Draft, give_notices
from pingyi.organisations.actor import Actor
from pingyi.review.papers.domain.kinds import Kind
from pingyi.review.papers.models import CircularReader, Circulation, IssuedPaper, PaperVoiding
from pingyi.review.papers.queries.circulation import circular_range
from pingyi.review.papers.rules import may_write_papers

KIND = "circular.opened"


@transaction.atomic
def open_circular(*, actor: Actor, now: datetime, paper: IssuedPaper, seal: str) -> Circulation:
    """Open a circular that went out to its range: exactly the people whom the page showed (`seal`) read it from now on.

    Again later for those who have come since; nobody is taken out. They get a notice. Records circular.opened.
    """
    if not may_write_papers(actor, paper):
        raise Forbidden(Words("结果通报由经办人发。"))
    held = IssuedPaper.objects.select_for_update(of=("self",)).select_related("cycle").get(pk=paper.pk)
    if held.kind != Kind.CIRCULAR or PaperVoiding.objects.filter(paper=held).exists():
        raise Refused(Words("只有发出而没有作废的结果通报才能给范围内的人看。"), code="circular.not_one")
    wanted = circular_range(held)
    if not wanted.coming:
        raise Refused(
            Words("没有要加的人：规则里的范围内都看得到了，或者规则定为不在系统里看。"),
            code="circular.nobody",
        )
    if wanted.seal != seal:
        raise Refused(
            Words("您看过名单以后，范围里的人变了，没有通报。看过现在的名单再按。"),
            code="circular.changed_meanwhile",
        )
    circulation, _ = Circulation.objects.get_or_create(
        paper=held,
        defaults={
            "institution_id": held.institution_id,
            "opened_by_id": actor.account_id,
            "opened_at": now,
        },
    )
    CircularReader.objects.bulk_create(
        CircularReader(
            institution_id=held.institution_id,
            circulation=circulation,
            account_id=one.account_id,
            organisation_id=one.organisation_id,
            added_at=now,
        )
        for one in wanted.coming
    )
    record_event(
        institution_id=held.institution_id,
        verb="circular.opened",
        actor_id=actor.account_id,
        subject=held,
        now=now,
        payload={"title": held.title, "organisations": sorted({one.organisation for one in wanted.coming})},
    )
    give_notices(
        institution_id=held.institution_id,
        given_by_id=actor.account_id,
        now=now,
        drafts=[
            Draft(
                account,
                KIND,
                f"paper:{held.pk}",
                Words("结果通报可以看了：{cycle}", cycle=held.cycle.name)[:120],
                path=f"/office/mine/circulars/{held.pk}/",
            )
            for account in sorted({one.account_id for one in wanted.coming})
        ],
    )
    return circulation
