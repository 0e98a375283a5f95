"""Give out a supervision circular: number, file and page kept, whoever it went to is told."""

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import date, datetime

from django.db import transaction

from pingyi.core.clock import today
from pingyi.core.errors import Forbidden, Refused
from pingyi.core.files import store_file
from pingyi.core.services import record_event
from pingyi.core.text import tidy
from pingyi.core.words import Words
from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.official import Imprint, Masthead
from pingyi.documents.domain.tree import Document, Signature
from pingyi.documents.domain.typed import printable
from pingyi.documents.models import NumberSeries
from pingyi.documents.queries.register import text_of
from pingyi.documents.render import html
from pingyi.documents.render.files import word_file
from pingyi.documents.services import take_number
from pingyi.notices.domain.hooks import HookTopic
from pingyi.notices.services import Draft, GroupWord, give_notices, tell_groups
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import Cycle
from pingyi.review.cycles.queries.incumbents import organisations_under_review
from pingyi.review.supervision.documents import CircularFacts, PollFacts, supervision_circular
from pingyi.review.supervision.models import SupervisionCircular
from pingyi.review.supervision.queries.circulars import circular_facts
from pingyi.review.supervision.queries.recipients import line_of_institution
from pingyi.review.supervision.queries.told_poll import told_poll
from pingyi.review.supervision.rules import may_supervise

LONGEST_ADDRESSEE, LONGEST_ASKED = 600, 5000


def draft_circular(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    organisation_ids: Collection[int],
    addressee: str,
    asked: str,
    cites_poll: bool = False,
) -> tuple[CircularFacts, Document]:
    """The circular as it would go out now, to be looked at; nothing is written.

    `cites_poll`: with the newest satisfaction poll, refused where telling it would tell what single people answered.
    """
    if not may_supervise(actor, cycle):
        raise Forbidden(Words("督查通报由经办人写、由经办人发。"))
    known = {one.pk for one in organisations_under_review(cycle.convenor, cycle.year)}
    wanted = known.intersection(organisation_ids)
    if not wanted:
        raise Refused(Words("没有选单位。勾上要通报的单位。"), code="circular.range", field="organisations")
    said, words = tidy(addressee), printable(asked).strip()
    if not said or len(said) > LONGEST_ADDRESSEE:
        raise Refused(
            Words("写明主送谁，例如“各二级党组织”，最多{most}个字。", most=LONGEST_ADDRESSEE),
            code="circular.addressee",
            field="addressee",
        )
    if len(words) > LONGEST_ASKED:
        raise Refused(
            Words("工作要求最多{most}个字。", most=LONGEST_ASKED), code="circular.asked", field="asked"
        )
    facts = circular_facts(cycle, today(now), wanted)
    if cites_poll:
        facts = replace(facts, poll=_told_poll(cycle, wanted))
    lines = tuple(line.strip() for line in words.splitlines() if line.strip())
    return facts, supervision_circular(facts, addressee=said, asked=lines)


@transaction.atomic
def issue_circular(
    *,
    actor: Actor,
    now: datetime,
    cycle: Cycle,
    organisation_ids: Collection[int],
    addressee: str,
    asked: str,
    series: NumberSeries,
    issued_on: date,
    cites_poll: bool = False,
) -> SupervisionCircular:
    """Take the next number, keep file, page and figures, tell the secretaries of the chosen organisations.

    Records supervision.circular_issued.
    """
    facts, document = draft_circular(
        actor=actor,
        now=now,
        cycle=cycle,
        organisation_ids=organisation_ids,
        addressee=addressee,
        asked=asked,
        cites_poll=cites_poll,
    )
    readers = sorted(
        one.pk
        for one in organisations_under_review(cycle.convenor, cycle.year)
        if one.pk in set(organisation_ids)
    )
    taken = take_number(actor=actor, now=now, series=series, title=document.title, issued_on=issued_on)
    day = official_date(issued_on)
    official = replace(
        document,
        masthead=Masthead(series.mark, text_of(taken)),
        signature=Signature(series.issuer, day),
        imprint=Imprint(series.printer, day) if series.printer else None,
    )
    file = word_file(official)
    circular: SupervisionCircular = SupervisionCircular.objects.create(
        institution_id=cycle.institution_id,
        cycle=cycle,
        title=document.title.replace("\n", ""),
        reader_ids=readers,
        facts=_plain(facts),
        as_of=facts.as_of,
        document_number=taken,
        page=html.render(official),
        word=store_file(
            institution_id=cycle.institution_id,
            name=file.name,
            content=file.content,
            stored_by_id=actor.account_id,
            now=now,
        ),
        issued_on=issued_on,
        issued_by_id=actor.account_id,
        issued_at=now,
    )
    record_event(
        institution_id=cycle.institution_id,
        verb="supervision.circular_issued",
        actor_id=actor.account_id,
        subject=circular,
        now=now,
        payload={
            "name": text_of(taken),
            "title": circular.title,
            "word": circular.word.sha256,
            "readers": readers,
        },
    )
    _tell(actor, now, circular, readers)
    return circular


def _told_poll(cycle: Cycle, organisation_ids: Collection[int]) -> PollFacts:
    poll = told_poll(cycle, organisation_ids)
    if poll is None or not poll.units:
        raise Refused(
            Words(
                "满意度测评没有可以写进通报的结果：还没有算出来，没有测评这些单位，或者写出来会看出有的人选了什么。"
            ),
            code="circular.poll",
            field="poll",
        )
    return poll


def _plain(facts: CircularFacts) -> dict[str, object]:
    """The figures as JSON keeps them: days in words of the calendar (2026-06-30)."""
    plain = asdict(facts)
    plain["as_of"] = facts.as_of.isoformat()
    if facts.poll is not None:
        plain["poll"]["held_on"] = facts.poll.held_on.isoformat()
    for one in plain["late"]:
        one["due_on"] = one["due_on"].isoformat() if one["due_on"] else None
    return plain


def _tell(actor: Actor, now: datetime, circular: SupervisionCircular, readers: list[int]) -> None:
    line = line_of_institution()
    path = f"/office/cycles/{circular.cycle_id}/supervision/{circular.pk}/"
    accounts = {one.account_id for reader in readers for one in line.secretaries.get(reader, [])}
    give_notices(
        institution_id=circular.institution_id,
        given_by_id=actor.account_id,
        now=now,
        drafts=[
            Draft(account, "supervision.circular", f"circular:{circular.pk}", circular.title[:120], "", path)
            for account in sorted(accounts)
        ],
    )
    word = GroupWord(
        HookTopic.CIRCULAR,
        f"circular:{circular.pk}",
        Words("督查通报印发了：{title}", title=circular.title[:100]),
        Words("通报了{count}个单位的整改情况。请登录评议系统看。", count=len(readers)),
        path,
    )
    tell_groups(institution_id=circular.institution_id, now=now, words=[word])
