"""Rules of the meeting itself, item by item (D11 to D16, D25), and of what comes after it (D17, D18, D26)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from pingyi.core.dates import full_day
from pingyi.core.words import Words
from pingyi.ledgers.decisions.domain.finding import good, met, short_of, unmet
from pingyi.ledgers.decisions.domain.room import Room
from pingyi.ledgers.decisions.domain.rulebook import RuleBook
from pingyi.ledgers.decisions.domain.shares import Base, share_words
from pingyi.ledgers.decisions.domain.votes import Tally, VoteForm, carries
from pingyi.ledgers.kit.domain.checks import Finding

TELLERS = 2
SIGNERS = 2


@dataclass(frozen=True)
class Held:
    """One item as it was held. `spoke` are those who spoke, in their order; `leaders` the main leaders who were there
    for it. `has_presenter`: the leader in charge of the matter was there. `is_boxed`: the vote was counted from a box,
    whose account two people confirm.
    """

    room: Room
    base: Base
    form: VoteForm | None
    tally: Tally | None
    spoke: tuple[int, ...] = ()
    leaders: frozenset[int] = frozenset()
    recused: int = 0
    has_presenter: bool = True
    tellers: int = 0
    is_boxed: bool = False
    is_cadre: bool = False
    is_voted: bool = True


def check_held(item: Held, book: RuleBook) -> list[Finding]:
    """The rules of one item, in the order of their codes; of a vote only where one was held."""
    found = [_quorum(item), _presenter(item, book), _leader_last(item, book), _kind(item)]
    if item.tally is not None and item.is_voted:
        found += [_voters(item, item.tally), _form(item, book), _carried(item, item.tally)]
    return [one for one in found if one is not None]


def _quorum(item: Held) -> Finding:
    room = item.room
    said = Words(
        "到会{present}人，应到{due}人，至少{least}人（{share}）",
        present=room.present,
        due=room.due,
        least=room.least_present,
        share=share_words(room.quorum),
    )
    if item.recused:
        said = Words("{said}，回避{recused}人", said=said, recused=item.recused)
    return met("D11", room.has_quorum, said, Words("人数不够，不表决，记为暂缓。"))


def _presenter(item: Held, book: RuleBook) -> Finding | None:
    if not book.presenter_attends:
        return None
    if item.has_presenter:
        return good("D12", Words("分管负责人到会"))
    return unmet("D12", Words("分管负责人没有到会"), Words("这一项记为暂缓，下次再议。"))


def _leader_last(item: Held, book: RuleBook) -> Finding | None:
    if not book.leader_speaks_last:
        return None
    heard = item.leaders & set(item.spoke)
    if heard < item.leaders:
        said = Words("主要负责人发言记了{heard} / {leaders}人", heard=len(heard), leaders=len(item.leaders))
        return short_of("D13", said, Words("先记别人的，最后记主要负责人的。"))
    is_leader = [one in item.leaders for one in item.spoke]
    if is_leader == sorted(is_leader):
        return good("D13", Words("主要负责人末位发言"))
    return short_of(
        "D13", Words("主要负责人在别人前面发言"), Words("照实记下。以后先听别人的意见，主要负责人最后说。")
    )


def _kind(item: Held) -> Finding | None:
    if item.is_voted:
        return None
    said = Words("学习类、汇报类议题，只听取，不表决")
    return met("D25", item.tally is None, said, Words("不记票数。要定的事，另提一个决策类议题。"))


def _voters(item: Held, tally: Tally) -> Finding:
    said = Words("表决{cast}票，能表决的{votes}人", cast=tally.cast, votes=item.room.votes)
    is_good = tally.cast <= item.room.votes
    return met("D14", is_good, said, Words("列席的、回避的不表决。请核对票数。"))


def _form(item: Held, book: RuleBook) -> Finding | None:
    if item.form is VoteForm.SECRET and item.is_boxed:
        return good("D15", Words("无记名投票，票箱计票，票数账两个人核对"))
    if item.form is VoteForm.SECRET:
        said = Words("无记名投票，监票计票{tellers}人", tellers=item.tellers)
        is_good = item.tellers >= TELLERS
        return met("D15", is_good, said, Words("补上监票、计票的两个人。"))
    if item.is_cadre and book.secret_for_cadres:
        return unmet("D15", Words("干部事项没有无记名投票"), Words("按本单位规则用无记名投票，重新表决。"))
    return None


def _carried(item: Held, tally: Tally) -> Finding:
    room = item.room
    base = (
        Words("应到{count}人", count=room.base)
        if item.base is Base.DUE
        else Words("实到{count}人", count=room.base)
    )
    said = Words(
        "同意{approve}票，{base}，至少{least}票（{share}）",
        approve=tally.approve,
        base=base,
        least=room.least_votes,
        share=share_words(room.passing),
    )
    is_carried = carries(tally, room)
    return met("D16", is_carried, said, Words("没有通过，记为未通过或者暂缓。"))


@dataclass(frozen=True)
class Signed:
    """A signature under the minutes: whose it is, and of what day."""

    person: int
    signed_on: date


def check_minutes(signatures: Collection[Signed], held_on: date) -> Finding:
    """The minutes are signed by two different people, each on a day, none before the meeting."""
    people = {one.person for one in signatures if one.signed_on >= held_on}
    said = Words("纪要{signers} / {needed}人签名", signers=len(people), needed=SIGNERS)
    if any(one.signed_on < held_on for one in signatures):
        said = Words("{said}，有的签名早于开会，不算", said=said)
    return met("D17", len(people) >= SIGNERS, said, Words("请主持人和记录人分别签名，写明哪天签的。"))


def check_informed(absent: int, informed_on: date | None) -> Finding | None:
    """Those who were absent are told afterwards what was decided; nothing to say where all were there."""
    if not absent:
        return None
    if informed_on is not None:
        return good("D26", Words("缺席{absent}人，{day}告诉了结果", absent=absent, day=full_day(informed_on)))
    return short_of(
        "D26", Words("缺席{absent}人，还没有告诉结果", absent=absent), Words("会后告诉他们，记下哪天。")
    )


def ratify_by(urgent_on: date, book: RuleBook) -> date:
    """The last day on which what was handled as urgent may be ratified."""
    return urgent_on + timedelta(days=book.ratify_within_days)


def check_ratified(urgent_on: date, decided_on: date | None, today: date, book: RuleBook) -> Finding:
    """What was handled as urgent came before the meeting in time, or still can."""
    last = ratify_by(urgent_on, book)
    if (decided_on or today) <= last:
        words = (
            Words("已在期限内追认")
            if decided_on
            else Words("紧急处置，{last}以前上会追认", last=full_day(last))
        )
        return good("D18", words)
    if decided_on:
        return short_of(
            "D18", Words("追认晚了{days}天", days=(decided_on - last).days), Words("写明晚的原因。")
        )
    return unmet(
        "D18", Words("紧急处置过了追认期限{days}天", days=(today - last).days), Words("尽快列入议程追认。")
    )
