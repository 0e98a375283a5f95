"""Document numbers: one after the other, each once, whoever presses when, and for good."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django_scopes import scope

from pingyi.core.errors import Forbidden, Refused
from pingyi.core.models import Event
from pingyi.documents.domain.document_number import is_code, is_number, number_text
from pingyi.documents.models import DocumentNumber, NumberSeries, SeriesYear
from pingyi.documents.queries import entries_of, next_numbers
from pingyi.documents.register_sheet import register_sheet
from pingyi.documents.services import (
    close_series,
    open_series,
    register_paper,
    set_series_start,
    take_number,
    void_number,
)
from pingyi.organisations.actor import Actor
from tests.factories.register import make_series
from tests.factories.world import NOW, make_actor, make_institution

WRITERS, EACH = 8, 5
DAY = date(2026, 1, 20)


def numbers_of(series: NumberSeries, year: int = 2026) -> list[int]:
    rows = DocumentNumber.objects.filter(series_year__series=series, series_year__year=year)
    return list(rows.order_by("number").values_list("number", flat=True))


def take(actor: Actor, series: NumberSeries, title: str = "通知", day: date = DAY) -> DocumentNumber:
    return register_paper(actor=actor, now=NOW, series=series, title=title, issued_on=day)


@pytest.mark.django_db(transaction=True)
def test_many_who_take_numbers_at_once_leave_no_gap_and_get_none_twice() -> None:
    institution = make_institution()
    actor = make_actor(institution, "clerk")
    one, other = make_series(actor, "示大党"), make_series(actor, "示大组")
    start, crashes = Barrier(WRITERS), []

    def work(writer: int) -> None:
        try:
            start.wait()
            for turn in range(EACH):
                series = (one, other)[(writer + turn) % 2]
                try:
                    with scope(institution=institution), transaction.atomic():
                        take_number(actor=actor, now=NOW, series=series, title="通知", issued_on=DAY)
                        if turn == writer % EACH:
                            raise Refused("文件没有写成。", code="test.given_up")
                except Refused:
                    pass
        except Exception as crash:  # noqa: BLE001 (what such a test looks for)
            crashes.append(crash)
        finally:
            connection.close()

    threads = [Thread(target=work, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert crashes == []
    with scope(institution=institution):
        first, second = numbers_of(one), numbers_of(other)
    assert first == list(range(1, len(first) + 1))
    assert second == list(range(1, len(second) + 1))
    # Every writer gave up once: those numbers went to somebody else.
    assert len(first) + len(second) == WRITERS * (EACH - 1)


@pytest.mark.django_db
def test_numbers_begin_again_with_the_year() -> None:
    actor = make_actor(make_institution(), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution):
        taken = [take(actor, series, day=day) for day in (DAY, date(2026, 12, 31), date(2027, 1, 1), DAY)]
        assert [(row.series_year.year, row.number) for row in taken] == [
            (2026, 1),
            (2026, 2),
            (2027, 1),
            (2026, 3),
        ]


@pytest.mark.django_db
def test_what_was_used_before_the_system_is_passed_over_and_stays_told() -> None:
    actor = make_actor(make_institution(), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution):
        set_series_start(actor=actor, now=NOW, series=series, year=2026, used=12, reason="登记簿用到12号")
        assert next_numbers(DAY) == {series.pk: "示大党〔2026〕13号"}
        assert take(actor, series).number == 13
        with pytest.raises(Refused, match="起点不能再改"):
            set_series_start(actor=actor, now=NOW, series=series, year=2026, used=20, reason="看错了")
        row = SeriesYear.objects.get(series=series)
    assert (row.started_after, row.start_reason, row.started_by_id) == (
        12,
        "登记簿用到12号",
        actor.account_id,
    )


@pytest.mark.django_db
def test_a_void_paper_keeps_its_number_with_the_reason() -> None:
    actor = make_actor(make_institution(), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution):
        row = take(actor, series)
        void_number(actor=actor, now=NOW, number=row, reason="附件装错")
        with pytest.raises(Refused, match="已经作废"):
            void_number(actor=actor, now=NOW, number=row, reason="再来一次")
        assert take(actor, series).number == 2
        assert [(entry.text, entry.void_reason) for entry in entries_of(2026)] == [
            ("示大党〔2026〕1号", "附件装错"),
            ("示大党〔2026〕2号", ""),
        ]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [3, 1])
def test_the_database_itself_refuses_a_number_out_of_turn(number: int) -> None:
    actor = make_actor(make_institution(), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution):
        year = take(actor, series).series_year
        with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
            DocumentNumber.objects.create(
                institution=actor.institution,
                series_year=year,
                number=number,
                title="插号",
                issued_on=DAY,
                taken_by_id=actor.account_id,
                taken_at=NOW,
            )


@pytest.mark.django_db
def test_the_database_itself_refuses_to_change_or_remove_a_number() -> None:
    actor = make_actor(make_institution(), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution):
        row = take(actor, series)
        with pytest.raises(DatabaseError), transaction.atomic():
            DocumentNumber.objects.filter(pk=row.pk).update(title="另一份")
        with pytest.raises(DatabaseError), transaction.atomic():
            DocumentNumber.objects.filter(pk=row.pk).delete()


@pytest.mark.django_db(transaction=True)
def test_a_number_is_never_taken_outside_the_transaction_of_its_paper() -> None:
    actor = make_actor(make_institution(), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution), pytest.raises(RuntimeError):
        take_number(actor=actor, now=NOW, series=series, title="通知", issued_on=DAY)


@pytest.mark.django_db
def test_a_letterhead_is_opened_once_and_gives_no_numbers_when_closed() -> None:
    actor = make_actor(make_institution(), "clerk")
    with scope(institution=actor.institution):
        series = open_series(
            actor=actor, now=NOW, code="示大党", mark="中共示例大学委员会文件", issuer="中共示例大学委员会"
        )
        with pytest.raises(Refused, match="已经有了"):
            open_series(actor=actor, now=NOW, code="示大党", mark="甲", issuer="乙")
        close_series(actor=actor, now=NOW, series=series)
        with pytest.raises(Refused, match="已经停用"):
            take(actor, series)
        verbs = list(Event.objects.order_by("sequence").values_list("verb", flat=True))
    assert verbs == ["series.opened", "series.closed"]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["leader", "counter", "scrutineer"])
def test_only_the_clerk_keeps_the_register(role: str) -> None:
    clerk = make_actor(make_institution(), "clerk")
    series = make_series(clerk)
    actor = make_actor(clerk.institution, role)
    with scope(institution=clerk.institution), pytest.raises(Forbidden):
        take(actor, series)


@pytest.mark.django_db
def test_the_register_is_a_workbook_with_what_went_before() -> None:
    actor = make_actor(make_institution(name="示例大学"), "clerk")
    series = make_series(actor)
    with scope(institution=actor.institution):
        set_series_start(actor=actor, now=NOW, series=series, year=2026, used=2, reason="登记簿")
        void_number(actor=actor, now=NOW, number=take(actor, series, "关于评议的通知"), reason="重复")
        year = SeriesYear.objects.select_related("series").get()
        book = register_sheet("示例大学", 2026, entries_of(2026), [year])
    sheet = book.sheets[0]
    assert sheet.rows[0][:3] == ("示大党〔2026〕3号", "关于评议的通知", DAY)
    assert sheet.rows[0][5] == "重复"
    assert sheet.notes == ("示大党：1至2号在系统启用前用过（登记簿）。",)


def test_a_number_has_six_cornered_brackets_and_no_leading_zeros() -> None:
    assert number_text("示大党", 2026, 3) == "示大党〔2026〕3号"
    assert is_number("示大党〔2026〕3号")
    assert not any(
        is_number(wrong)
        for wrong in ("示大党[2026]3号", "示大党〔2026〕03号", "示大党〔26〕3号", "〔2026〕3号")
    )
    assert is_code("示大党组")
    assert not any(is_code(wrong) for wrong in ("", "示大2", "示大〔", "示 大", "示" * 21))
