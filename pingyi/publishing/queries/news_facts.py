"""What the records of a meeting give to its news, and the people whom proofs are read against. Nothing is added."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from pingyi.core.clock import PEOPLE_ZONE, today
from pingyi.organisations.models import OrganisationAlias, Post
from pingyi.organisations.queries.bodies import bodies_of
from pingyi.publishing.domain.drafting.dual_names import with_dual_name
from pingyi.publishing.domain.drafting.facts import NOBODY, Demand, NewsFacts, Official, Spoken
from pingyi.publishing.domain.drafting.set_words import BALLOT, LEVELS, part_of_day
from pingyi.publishing.domain.drafting.speech_parts import without_number
from pingyi.publishing.domain.proofing.titles import Ranked
from pingyi.review.ballots.domain.states import VotingState
from pingyi.review.ballots.queries import voting_of
from pingyi.review.cycles.models import Reporter, ReviewMeeting, VoterClass
from pingyi.review.cycles.queries import reporters_of
from pingyi.review.meetings.domain.numbered import split_requirements
from pingyi.review.meetings.queries import sitting_of
from pingyi.review.meetings.queries.comments import comment_board
from pingyi.review.meetings.queries.speeches import requirements_of, speech_of
from pingyi.review.rectification.models import Requirement


def facts_of_meeting(meeting: ReviewMeeting) -> NewsFacts:
    """The facts as recorded. Reports that were left out on the day are not counted among those on site."""
    reporters = reporters_of(meeting)
    board = comment_board(meeting)
    left_out = {row.reporter.pk for row in board if row.is_absent}
    on_site = [one for one in reporters if one.mode == Reporter.Mode.ON_SITE and one.pk not in left_out]
    written = [one for one in reporters if one.mode == Reporter.Mode.WRITTEN]
    held_at = meeting.held_at.astimezone(PEOPLE_ZONE)
    return NewsFacts(
        year=meeting.cycle.year,
        held_on=today(held_at),
        part_of_day=part_of_day(held_at.hour),
        convenor=meeting.cycle.convenor.name,
        meeting=meeting.name,
        chair=_official(meeting.chair_title, meeting.chair.name) if meeting.chair else NOBODY,
        commentator=_official(meeting.commentator_title, meeting.commentator.name)
        if meeting.commentator
        else NOBODY,
        commented=sum(row.is_finished and not row.is_absent for row in board),
        attendees=tuple(
            VoterClass.objects.filter(meeting=meeting).order_by("order").values_list("name", flat=True)
        ),
        on_site=len(on_site) or None,
        organisations=_names(on_site),
        written=len(written),
        has_written=bool(written),
        speech=_speech(meeting),
        ballot=_ballot(meeting),
    )


def people_of_meeting(meeting: ReviewMeeting) -> tuple[Ranked, ...]:
    """The members of the convening committee in the order of its list, with their posts as registered."""
    members = [
        member
        for row in bodies_of(meeting.cycle.convenor)
        if row.body.kind in ("party_committee", "standing_committee")
        for member in row.members
    ]
    ranks = {person_id: rank for rank, person_id in enumerate(_once(members), start=1)}
    named = {member.person_id: member.person.name for member in members}
    extra = {
        meeting.chair_id: (meeting.chair, meeting.chair_title),
        meeting.commentator_id: (meeting.commentator, meeting.commentator_title),
    }
    named |= {pk: person.name for pk, (person, _) in extra.items() if pk is not None and person}
    titles: dict[int, list[str]] = {
        pk: [extra[pk][1]] if pk in extra and extra[pk][1] else [] for pk in named
    }
    day = today(meeting.held_at)
    posts = Post.objects.filter(person__in=named, started_on__lte=day).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=day)
    )
    for person_id, title in posts.exclude(title_text="").order_by("pk").values_list("person", "title_text"):
        if title not in titles[person_id]:
            titles[person_id].append(title)
    return tuple(Ranked(name, tuple(titles[pk]), ranks.get(pk, 0)) for pk, name in named.items())


def _names(reporters: Sequence[Reporter]) -> tuple[str, ...]:
    """Their organisations, each with its dual name where it has one. One query."""
    rows = OrganisationAlias.objects.filter(
        is_dual_name=True, organisation__in=[one.organisation_id for one in reporters]
    )
    duals = dict(rows.order_by("-pk").values_list("organisation", "name"))
    return tuple(
        with_dual_name(one.organisation.name, duals.get(one.organisation_id, "")) for one in reporters
    )


def _once(members: Iterable[object]) -> list[int]:
    return list(dict.fromkeys(member.person_id for member in members))  # type: ignore[attr-defined]


def _official(title: str, name: str) -> Official:
    return Official(title, name)


def _speech(meeting: ReviewMeeting) -> Spoken:
    """Before, requirements, after: the recorded requirements are the ones that people were asked to answer."""
    sitting = sitting_of(meeting)
    speech = speech_of(sitting) if sitting else None
    parts = split_requirements(speech.text if speech else "")
    recorded = [_demand(row) for row in requirements_of(meeting)]
    return Spoken(_paragraphs(parts.lead), tuple(recorded), _paragraphs(parts.rest))


def _demand(row: Requirement) -> Demand:
    return Demand(without_number(row.text), LEVELS.get(row.level, ""))


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _ballot(meeting: ReviewMeeting) -> str:
    """The common name of a ballot, once one was held here."""
    voting = voting_of(meeting)
    held = voting is not None and voting.state in (VotingState.CLOSED, VotingState.COUNTED)
    return BALLOT if held else ""
