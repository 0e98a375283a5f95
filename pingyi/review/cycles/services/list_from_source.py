from collections.abc import Collection
from datetime import datetime

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.models import VoterClass
from pingyi.review.cycles.queries.sources import candidates_of, label_of_source
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.cycles.services.list_members import Listed, list_members


def list_from_source(
    *,
    actor: Actor,
    now: datetime,
    voter_class: VoterClass,
    source: str,
    chosen: Collection[int] | None = None,
) -> Listed:
    """Put people of a source (a body, a post, the roster, delegates) on the list: those chosen, or all for None."""
    if not may_prepare(actor, voter_class):
        raise Forbidden
    offered = candidates_of(voter_class.meeting, source)
    people = [one.person for one in offered if chosen is None or one.person.pk in chosen]
    if not people:
        why = (
            Words("这个来源里现在没有人。先在“单位”或“人员”里登记。")
            if not offered
            else Words("一个人也没有勾选。勾上要列入的人。")
        )
        raise Refused(why, code="source.empty", field="person")
    return list_members(
        actor=actor, now=now, voter_class=voter_class, people=people, source=label_of_source(source)
    )
