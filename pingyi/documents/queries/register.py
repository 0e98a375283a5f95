"""The register: series, the numbers of a year, what comes next."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q

from pingyi.core.errors import Missing
from pingyi.core.words import Words
from pingyi.documents.domain.document_number import number_text
from pingyi.documents.models import DocumentNumber, NumberSeries, SeriesYear


@dataclass(frozen=True)
class Entry:
    """One line of the register."""

    row: DocumentNumber
    text: str
    void_reason: str


def series_list() -> list[NumberSeries]:
    """All series of the institution in scope, those in use first."""
    return list(NumberSeries.objects.select_related("opened_by").order_by("-is_active", "code"))


def active_series() -> list[NumberSeries]:
    """Series from which numbers are taken."""
    return list(NumberSeries.objects.filter(is_active=True).order_by("code"))


def find_series(series_id: int) -> NumberSeries:
    series: NumberSeries | None = NumberSeries.objects.filter(pk=series_id).first()
    if series is None:
        raise Missing(Words("没有这个机关代字。请从发文登记簿里选。"), code="series.missing")
    return series


def find_number(number_id: int) -> DocumentNumber:
    found: DocumentNumber | None = (
        DocumentNumber.objects.filter(pk=number_id).select_related("series_year__series", "voiding").first()
    )
    if found is None:
        raise Missing(Words("登记簿里没有这个号。"), code="number.missing")
    return found


def text_of(row: DocumentNumber) -> str:
    """The whole number; needs year and series loaded."""
    return number_text(row.series_year.series.code, row.series_year.year, row.number)


def years_of() -> list[int]:
    """Years in which the register has something, the newest first."""
    found = SeriesYear.objects.values_list("year", flat=True).distinct()
    return sorted(set(found), reverse=True)


def starts_of(year: int) -> list[SeriesYear]:
    """Series that began after numbers used before the system, with who said so."""
    return list(
        SeriesYear.objects.filter(year=year, started_after__gt=0)
        .select_related("series", "started_by")
        .order_by("series__code")
    )


def entries_of(year: int) -> list[Entry]:
    """The numbers of a year, by series and number. One query."""
    rows = (
        DocumentNumber.objects.filter(series_year__year=year)
        .select_related("series_year__series", "taken_by", "voiding")
        .order_by("series_year__series__code", "number")
    )
    return [Entry(row, text_of(row), _reason(row)) for row in rows]


def next_numbers(day: date) -> dict[int, str]:
    """The number that a paper of this day would get from each active series, if it were issued now. Two queries."""
    years = {
        row.series_id: row.started_after if row.highest is None else row.highest
        for row in SeriesYear.objects.filter(year=day.year).annotate(highest=Max("numbers__number"))
    }
    return {one.pk: number_text(one.code, day.year, years.get(one.pk, 0) + 1) for one in active_series()}


def void_numbers(numbers: list[int]) -> set[int]:
    """Which of these numbers (ids) are void. One query."""
    return set(
        DocumentNumber.objects.filter(Q(pk__in=numbers), voiding__isnull=False).values_list("pk", flat=True)
    )


def _reason(row: DocumentNumber) -> str:
    voiding = getattr(row, "voiding", None)
    return voiding.reason if voiding else ""
