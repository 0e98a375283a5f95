"""Draws as they are announced, drawn and confirmed, with whether repeating gives the same."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django_scopes import scopes_disabled

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.review.cycles.domain.fingerprint import spoken
from pingyi.review.cycles.models import Cycle, Reporter, ReviewMeeting
from pingyi.review.lots.domain.verify import BadRecordError, verify
from pingyi.review.lots.models import Lot, LotConfirmation, LotDraw


@dataclass(frozen=True)
class LotRow:
    """One draw with everything that is known of it."""

    lot: Lot
    drawn: LotDraw | None
    confirmation: LotConfirmation | None

    @property
    def names(self) -> list[str]:
        return list(self.lot.announcement["names"])

    @property
    def sources(self) -> list[dict[str, Any]]:
        return list(self.lot.announcement.get("sources", []))

    @property
    def spoken(self) -> str:
        """The beginning of the fingerprint as it is read aloud."""
        return spoken(self.lot.commitment)

    @property
    def order(self) -> list[str]:
        """The names in the order drawn."""
        return [self.names[place - 1] for place in self.drawn.result] if self.drawn else []

    @property
    def drawn_reporters(self) -> list[int]:
        """The reporters in the order drawn."""
        return [self.lot.reporters[place - 1] for place in self.drawn.result] if self.drawn else []

    @property
    def given(self) -> list[tuple[dict[str, Any], str]]:
        """Each source with its number."""
        return list(zip(self.sources, self.drawn.numbers, strict=True)) if self.drawn and self.sources else []

    @property
    def record(self) -> dict[str, Any]:
        """The file that anybody can repeat the draw from."""
        return {
            "announcement": self.lot.announcement,
            "commitment": self.lot.commitment,
            "numbers": self.drawn.numbers if self.drawn else [],
            "result": self.drawn.result if self.drawn else [],
        }

    @property
    def is_repeatable(self) -> bool:
        """Whether repeating it just now gave the recorded order."""
        try:
            return self.drawn is not None and verify(self.record).is_right
        except BadRecordError:
            return False


@dataclass(frozen=True)
class MeetingLots:
    """A meeting with its draws, the newest first, and those who speak there in their present order."""

    meeting: ReviewMeeting
    lots: tuple[LotRow, ...]
    speakers: tuple[Reporter, ...]
    # The meeting was held, or people are speaking: who speaks when is no longer open.
    is_over: bool = False

    @property
    def newest(self) -> LotRow | None:
        return self.lots[0] if self.lots else None

    @property
    def is_same_people(self) -> bool:
        """Whether the newest draw is about exactly those who speak on site now."""
        return self.newest is not None and set(self.newest.lot.reporters) == {one.pk for one in self.speakers}

    @property
    def is_in_drawn_order(self) -> bool:
        """Whether people speak in the order of the newest draw."""
        return self.newest is not None and self.newest.drawn_reporters == [one.pk for one in self.speakers]


def lots_of(meeting: ReviewMeeting) -> MeetingLots:
    """Three queries."""
    return MeetingLots(
        meeting, _rows([meeting.pk]), tuple(_speakers(meeting.pk)), meeting.pk in _begun([meeting.pk])
    )


def lots_of_cycle(cycle: Cycle) -> list[MeetingLots]:
    """Every meeting of the review with its draws. Four queries."""
    meetings = list(ReviewMeeting.objects.filter(cycle=cycle).order_by("sequence"))
    rows = _rows([one.pk for one in meetings])
    begun = _begun([one.pk for one in meetings])
    speakers = list(
        Reporter.objects.filter(cycle=cycle, mode=Reporter.Mode.ON_SITE)
        .select_related("organisation", "person")
        .order_by("order")
    )
    return [
        MeetingLots(
            meeting,
            tuple(row for row in rows if row.lot.meeting_id == meeting.pk),
            tuple(one for one in speakers if one.meeting_id == meeting.pk),
            meeting.pk in begun,
        )
        for meeting in meetings
    ]


def find_lot(meeting: ReviewMeeting, number: int) -> LotRow:
    """The draw of this number in the meeting."""
    found = next((row for row in _rows([meeting.pk]) if row.lot.round == number), None)
    if found is None:
        raise Missing(Words("没有这一次抽签。请从抽签页打开。"), code="lot.missing")
    return found


def lot_by_hall_key(key: str) -> LotRow | None:
    """The draw behind the address of a hall screen. Works outside any scope: the screen has no account."""
    with scopes_disabled():
        lot = (
            Lot.objects.filter(hall_key=key.upper())
            .select_related("institution", "meeting", *_TOGETHER)
            .first()
        )
        return _row(lot) if lot is not None else None


_TOGETHER = (
    "announced_by",
    "draw__drawn_by",
    "draw__confirmation__confirmed_by",
)


def _rows(meetings: list[int]) -> tuple[LotRow, ...]:
    lots = Lot.objects.filter(meeting__in=meetings).select_related("meeting", *_TOGETHER).order_by("-round")
    return tuple(_row(lot) for lot in lots)


def _row(lot: Lot) -> LotRow:
    drawn: LotDraw | None = getattr(lot, "draw", None)
    confirmation: LotConfirmation | None = getattr(drawn, "confirmation", None) if drawn else None
    return LotRow(lot, drawn, confirmation)


def _begun(meetings: list[int]) -> set[int]:
    """The meetings that are over or in which somebody began to report. Asked for by name: sittings lie above lots."""
    rows = ReviewMeeting.objects.filter(pk__in=meetings).filter(
        Q(cycle__state=Cycle.State.ARCHIVED)
        | Q(sitting__ended_at__isnull=False)
        | Q(sitting__agenda__kind="report", sitting__agenda__started_at__isnull=False)
    )
    return set(rows.values_list("pk", flat=True))


def _speakers(meeting_id: int) -> list[Reporter]:
    rows = Reporter.objects.filter(meeting=meeting_id, mode=Reporter.Mode.ON_SITE)
    return list(rows.select_related("organisation", "person").order_by("order"))
