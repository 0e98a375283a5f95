"""Votings in every state, for tests. States are reached through the services, except `make_counted_voting`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django_scopes import scopes_disabled

from pingyi.organisations.actor import Actor
from pingyi.organisations.models import Institution
from pingyi.review.ballots.domain.balance import HandFigures
from pingyi.review.ballots.domain.receipt import CastId
from pingyi.review.ballots.models import Answer, Box, HandCount, PaperTotal, Voting
from pingyi.review.ballots.services.cast_ballot import cast_ballot
from pingyi.review.ballots.services.hand_count import check_hand_count, record_hand_count
from pingyi.review.ballots.services.open_voting import open_voting
from pingyi.review.ballots.services.print_slips import print_slips
from pingyi.review.ballots.services.record_printed_forms import record_printed_forms
from pingyi.review.ballots.services.set_up_voting import set_up_voting
from pingyi.review.cycles.models import Cycle, CycleSetting, Reporter, ReviewMeeting, VoterClass, VoterListing
from tests.factories.played_once import played_once
from tests.factories.world import (
    NOW,
    make_account,
    make_actor,
    make_cycle,
    make_institution,
    make_meeting,
    make_reporter,
    make_voter_class,
)

ADDRESS = "http://192.168.1.20:8000"


@dataclass
class Hall:
    """A meeting about to vote, with everybody who works on it."""

    institution: Institution
    meeting: ReviewMeeting
    reporters: list[Reporter]
    classes: list[VoterClass]
    clerk: Actor
    scrutineer: Actor
    counter: Actor
    second_counter: Actor
    leader: Actor
    voting: Voting = field(init=False)
    codes: dict[str, list[str]] = field(default_factory=dict)

    def box(self, code: str) -> Box:
        with scopes_disabled():
            return Box.objects.select_related("voting", "voter_class").get(
                voting=self.voting, voter_class__code=code
            )

    def reload(self) -> Voting:
        with scopes_disabled():
            self.voting = Voting.objects.select_related("meeting__cycle").get(pk=self.voting.pk)
        return self.voting

    def ballot(self, *grades: str) -> dict[int, str]:
        """One grade for everybody, or one for each reporter in order."""
        wanted = grades * len(self.reporters) if len(grades) == 1 else grades
        return {reporter.pk: grade for reporter, grade in zip(self.reporters, wanted, strict=True)}


@played_once
def make_hall(
    *,
    classes: Mapping[str, int] | None = None,
    reporters: int = 3,
    mode: str = "code",
    settings: Mapping[str, Any] | None = None,
    reporters_vote_in: str | None = None,
    is_poll: bool = False,
    is_vote: bool = False,
) -> Hall:
    """A frozen plan. `reporters_vote_in` puts the reporters on that class's list as well; `is_poll` makes it a poll on
    the rectification of another review, `is_vote` a vote on one matter."""
    institution = make_institution()
    author = make_account()
    cycle = make_cycle(
        institution,
        polled=make_cycle(institution) if is_poll else None,
        about="test.matter:1" if is_vote else "",
    )
    meeting = make_meeting(cycle, ballot_mode=mode)
    rows = [make_reporter(meeting) for _ in range(reporters)]
    voter_classes = []
    for code, size in (classes or {"甲": 6}).items():
        voter_class = make_voter_class(meeting, code, size)
        voter_classes.append(voter_class)
        if code == reporters_vote_in:
            _list_reporters(meeting, voter_class, rows)
    with scopes_disabled():
        for key, value in (settings or {}).items():
            CycleSetting.objects.create(
                institution=institution, cycle=cycle, key=key, value=value, set_by=author, set_at=NOW
            )
        cycle.state, cycle.fingerprint = Cycle.State.FROZEN, "f" * 64
        cycle.frozen_at, cycle.frozen_by = NOW, author
        cycle.save()
    return Hall(
        institution=institution,
        meeting=meeting,
        reporters=rows,
        classes=voter_classes,
        clerk=make_actor(institution, "clerk"),
        scrutineer=make_actor(institution, "scrutineer"),
        counter=make_actor(institution, "counter"),
        second_counter=make_actor(institution, "counter"),
        leader=make_actor(institution, "leader"),
    )


def prepare_voting(hall: Hall) -> Hall:
    """Boxes set up; slips printed (mode code) or ten more forms than people noted (mode paper)."""
    hall.voting = set_up_voting(actor=hall.clerk, now=NOW, meeting=hall.meeting)
    for voter_class in hall.classes:
        box = hall.box(voter_class.code)
        if hall.voting.mode == "code":
            printed = print_slips(actor=hall.clerk, now=NOW, box=box, address=ADDRESS)
            hall.codes[voter_class.code] = list(printed.codes)
        else:
            record_printed_forms(actor=hall.clerk, now=NOW, box=box, copies=20)
    return hall


def open_hall(hall: Hall) -> Hall:
    prepare_voting(hall)
    hall.voting = open_voting(actor=hall.scrutineer, now=NOW, voting=hall.voting)
    return hall


def cast(hall: Hall, code: str, marks: Mapping[int, str], cast_id: str | None = None) -> str:
    """Sends one ballot with this slip code; the receipt word."""
    number = CastId(cast_id or f"{int(code, 32) if code.isdigit() else hash(code) & (2**120 - 1):032x}")
    return cast_ballot(public_key=hall.voting.public_key, code=code, cast_id=number, marks=marks).word


def hand_in_accounts(hall: Hall, ballots: Mapping[str, int], **changed: int) -> None:
    """Hand counts that balance for these numbers of ballots per class (and nothing returned), confirmed."""
    later = NOW + timedelta(hours=1)
    for code, number in ballots.items():
        box = hall.box(code)
        printed = box.forms_printed if box.revoted_at else box.slips_printed + box.forms_printed
        figures = {"handed_out": number, "left_over": printed - number, **changed}
        record_hand_count(actor=hall.counter, now=later, box=box, figures=HandFigures(**figures))
        check_hand_count(actor=hall.scrutineer, now=later, box=box, difference_note="签到台漏签，已当场核实")


def make_counted_voting(
    meeting: ReviewMeeting, counts: Mapping[int, Mapping[str, Mapping[str, int]]], *, actor: Actor
) -> Voting:
    """A counted voting written row by row: reporter id → class code → grade → number, and `blank`, `issued`.

    For tests of what comes after the count; every class must have the same `issued` for all reporters.
    """
    with scopes_disabled():
        voting = Voting.objects.create(
            institution=meeting.institution,
            meeting=meeting,
            mode="paper",
            state="counted",
            public_key=f"K{meeting.pk:07d}",
            plan_fingerprint="f" * 64,
            opened_at=NOW,
            opened_by_id=actor.account_id,
            closed_at=NOW,
            closed_by_id=actor.account_id,
            cleaned_at=NOW,
            counted_at=NOW,
            counted_by_id=actor.account_id,
        )
        boxes: dict[str, Box] = {}
        for reporter_id, by_class in counts.items():
            for code, grades in by_class.items():
                box = boxes.get(code) or _counted_box(voting, code, grades, actor)
                boxes[code] = box
                Answer.objects.bulk_create(
                    Answer(institution=meeting.institution, box=box, reporter_id=reporter_id, grade=grade)
                    for grade, number in grades.items()
                    if grade not in {"blank", "issued"}
                    for _ in range(number)
                )
    return voting


def _counted_box(voting: Voting, code: str, grades: Mapping[str, int], actor: Actor) -> Box:
    forms = sum(number for grade, number in grades.items() if grade != "issued")
    issued = grades.get("issued", forms)
    box = Box.objects.create(
        institution=voting.institution,
        voting=voting,
        voter_class=VoterClass.objects.get(meeting=voting.meeting, code=code),
        forms_printed=issued,
    )
    PaperTotal.objects.create(institution=voting.institution, box=box, forms=forms)
    HandCount.objects.create(
        institution=voting.institution,
        box=box,
        handed_out=issued,
        left_over=0,
        counted_by_id=actor.account_id,
        checked_by_id=make_account().pk,
    )
    return box


def _list_reporters(meeting: ReviewMeeting, voter_class: VoterClass, reporters: list[Reporter]) -> None:
    with scopes_disabled():
        VoterListing.objects.bulk_create(
            VoterListing(
                institution=meeting.institution,
                meeting=meeting,
                voter_class=voter_class,
                person=reporter.person,
            )
            for reporter in reporters
        )
