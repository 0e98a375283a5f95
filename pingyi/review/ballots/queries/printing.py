"""What is printed for a voting, as document trees: slips, forms, the sheet for counting papers by hand."""

from pingyi.core.clock import today
from pingyi.core.words import Words
from pingyi.documents.domain.cards import CardSheet
from pingyi.documents.domain.forms import Form
from pingyi.review.ballots.documents import (
    POLL,
    REVIEW,
    STEPS,
    VOTE,
    VOTE_STEPS,
    BallotForm,
    BallotRow,
    HandoutClass,
    HandoutSheet,
    Slip,
    SlipSheet,
    ballot_form,
    handout_sheet,
    slips,
)
from pingyi.review.ballots.domain.ballot_paper import BallotPaper
from pingyi.review.ballots.models import Box, Voting
from pingyi.review.ballots.phrases import row_name
from pingyi.review.ballots.queries.balance import printed_of
from pingyi.review.ballots.queries.papers import paper_of, rows_of
from pingyi.review.cycles.domain.settings import InvalidRule
from pingyi.review.cycles.models import Reporter, ReviewMeeting
from pingyi.review.cycles.queries import standing_classes
from pingyi.review.cycles.queries.reviews import Occasion, is_vote, occasion_of

_QUESTIONS = {Occasion.REVIEW: REVIEW, Occasion.POLL: POLL, Occasion.VOTE: VOTE}
_MODE = {Reporter.Mode.ON_SITE.value: Words("现场"), Reporter.Mode.WRITTEN.value: Words("书面")}


def slip_tree(box: Box, codes: tuple[str, ...], address: str) -> CardSheet:
    """The sheets of slips of one class. `address` is where phones reach this server."""
    page = f"{address}/ballot/{box.voting.public_key}/"
    sheet = SlipSheet(
        convenor=box.voting.meeting.cycle.convenor.name,
        meeting=box.voting.meeting.name,
        class_name=class_name(box),
        entry_address=page,
        slips=tuple(Slip(link=f"{page}#{code}", code=code) for code in codes),
        steps=VOTE_STEPS if is_vote(box.voting.meeting) else STEPS,
    )
    return slips(sheet)


def form_tree(box: Box) -> Form:
    """The printed form of one class."""
    voting, paper = box.voting, paper_of(box)
    occasion = occasion_of(voting.meeting.cycle)
    form = BallotForm(
        convenor=voting.meeting.cycle.convenor.name,
        review=voting.meeting.cycle.name,
        meeting_on=today(voting.meeting.held_at),
        class_name=class_name(box),
        rows=tuple(
            BallotRow(
                *row_name(voting.meeting, row),
                _MODE[str(row.mode)] if occasion is Occasion.REVIEW else "",
            )
            for row in rows_of(voting)
        ),
        question=_QUESTIONS[occasion],
        with_unknown=paper.has_unknown and occasion is not Occasion.VOTE,
        has_reporters=bool(paper.own_rows),
        extra_notes=() if occasion is Occasion.VOTE else _notes(paper),
    )
    return ballot_form(form)


def handout_tree(voting: Voting) -> Form:
    """One page per class on which the papers are counted by hand."""
    members = {one.pk: one.member_count for one in standing_classes(voting.meeting)}
    boxes = Box.objects.filter(voting=voting).select_related("voter_class").order_by("voter_class__order")
    sheet = HandoutSheet(
        convenor=voting.meeting.cycle.convenor.name,
        meeting=voting.meeting.name,
        meeting_on=today(voting.meeting.held_at),
        paper=_handed_out(voting),
        classes=tuple(
            HandoutClass(
                name=class_name(box),
                listed=members.get(box.voter_class_id, 0),
                printed=printed_of(box),
                spares=max(printed_of(box) - members.get(box.voter_class_id, 0), 0),
            )
            for box in boxes
        ),
    )
    return handout_sheet(sheet)


def _handed_out(voting: Voting) -> str:
    if voting.mode == ReviewMeeting.BallotMode.CODE:
        return Words("票条")
    return Words("表决票") if is_vote(voting.meeting) else Words("测评表")


def class_name(box: Box) -> str:
    """The class as it is written on everything that voters hold."""
    return Words("{code}　{voter_class}", code=box.voter_class.code, voter_class=box.voter_class.name)


def _notes(paper: BallotPaper) -> tuple[str, ...]:
    notes = []
    if InvalidRule.INCOMPLETE in paper.rules:
        own = Words("（本人那一行除外）") if paper.own_rows else ""
        notes.append(Words("有任何一行漏填或者多选的{own}，整张表无效。", own=own))
    if InvalidRule.ALL_SAME in paper.rules:
        notes.append(Words("每一行都填同一等次的，整张表无效。"))
    return tuple(notes)
