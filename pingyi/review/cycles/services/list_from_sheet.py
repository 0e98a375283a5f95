from collections.abc import Sequence
from datetime import datetime

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.sheets.fault import Fault
from pingyi.core.sheets.opening import open_book
from pingyi.core.words import Words
from pingyi.organisations.actor import Actor
from pingyi.review.cycles.domain.member_sheet import read_members
from pingyi.review.cycles.models import VoterClass
from pingyi.review.cycles.queries.member_matches import fault_lines, people_of_lines
from pingyi.review.cycles.rules import may_prepare
from pingyi.review.cycles.services.list_members import Listed, list_members


class ListFaulty(Refused):
    """The list cannot be taken in; `faults` name every row and column with the remedy. Nobody was listed."""

    def __init__(self, faults: Sequence[Fault], total: int) -> None:
        super().__init__(
            Words("名单有{total}处要改，一个人也没有列入。改好后再上传。", total=total),
            code="list.faulty",
            field="file",
        )
        self.faults = list(faults)
        self.total = total


def list_from_sheet(*, actor: Actor, now: datetime, voter_class: VoterClass, content: bytes) -> Listed:
    """Put everybody of an .xlsx list (工号, 姓名, 单位) on the list of a class, all or nobody. Safe to repeat.

    The sheet is read and matched before anything is locked; only sound lists reach the database.
    """
    if not may_prepare(actor, voter_class):
        raise Forbidden
    read = read_members(open_book(content))
    people = people_of_lines(read)
    if read.faults:
        raise ListFaulty(fault_lines(read.faults), read.faults.total)
    return list_members(
        actor=actor, now=now, voter_class=voter_class, people=people, source=Words("名单文件")
    )
