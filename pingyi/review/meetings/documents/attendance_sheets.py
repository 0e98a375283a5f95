"""签到表: everybody on the list of a class with room to sign, one class to a sheet; for print, Word and Excel."""

from dataclasses import dataclass

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.forms import Fact, Form, FormPage, Grid, GridColumn, SignLine
from pingyi.documents.domain.sheets import Kind, Sheet, SheetColumn, Workbook
from pingyi.documents.domain.title import break_title
from pingyi.documents.domain.tree import Align, Column, Document, Paragraph, Table, text_row
from pingyi.review.cycles.documents import MeetingFacts

_TITLE_WIDTH = 27


@dataclass(frozen=True)
class SignClass:
    """One class: its people as (name, organisation) in the order of the desk."""

    code: str
    name: str
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SignSheets:
    meeting: MeetingFacts
    classes: tuple[SignClass, ...]

    @property
    def day(self) -> str:
        return official_date(self.meeting.held_at.date())

    def facts_of(self, one: SignClass) -> tuple[tuple[str, str], ...]:
        """Day, class and how many are expected."""
        return ("日期", self.day), ("类别", f"{one.code}　{one.name}"), ("应到", f"{len(one.people)}人")

    def line_of(self, one: SignClass) -> str:
        """The same in one line."""
        return "　　".join(f"{label}：{value}" for label, value in self.facts_of(one))


def sign_form(sheets: SignSheets) -> Form:
    """All classes in one print, each beginning on its own sheet."""
    pages = tuple(
        FormPage(
            title=break_title(f"{sheets.meeting.name}签到表", _TITLE_WIDTH),
            facts=(
                Fact("日期", sheets.day),
                Fact("类别", f"{one.code}　{one.name}"),
                Fact("应到", f"{len(one.people)}人"),
            ),
            blocks=(
                Grid(
                    (
                        GridColumn("序号", 12),
                        GridColumn("单位", align=Align.LEFT),
                        GridColumn("姓名", 26),
                        GridColumn("签名", 38),
                        GridColumn("备注", 24),
                    ),
                    tuple(
                        (str(number), organisation, name, "", "")
                        for number, (name, organisation) in enumerate(one.people, start=1)
                    ),
                    row_mm=9.0,
                    rule_every=5,
                ),
                SignLine(("实到人数", "工作人员")),
            ),
        )
        for one in sheets.classes
    )
    stem = file_stem("签到表", sheets.meeting.name)
    return Form(stem, f"{sheets.meeting.name}签到表", pages)


def sign_papers(sheets: SignSheets) -> tuple[Document, ...]:
    """A Word file for each class, to be changed as needed."""
    columns = (
        Column("序号", 2, Align.CENTRE),
        Column("单位", 8),
        Column("姓名", 4, Align.CENTRE),
        Column("签名", 5),
        Column("备注", 3),
    )
    return tuple(
        Document(
            file_stem("签到表", f"{one.code}{one.name}"),
            break_title(f"{sheets.meeting.name}签到表", 19),
            (
                Paragraph(
                    f"日期：{sheets.day}　　类别：{one.code}　{one.name}　　应到：{len(one.people)}人",
                    is_indented=False,
                ),
                Table(
                    columns,
                    tuple(
                        text_row(str(number), organisation, name, "", "")
                        for number, (name, organisation) in enumerate(one.people, start=1)
                    ),
                ),
            ),
        )
        for one in sheets.classes
    )


def sign_workbook(sheets: SignSheets) -> Workbook:
    """One sheet per class."""
    columns = (
        SheetColumn("序号", 6, Kind.COUNT),
        SheetColumn("单位", 40),
        SheetColumn("姓名", 14, Kind.WORD),
        SheetColumn("签名", 24),
        SheetColumn("备注", 18),
    )
    made = tuple(
        Sheet(
            f"{one.code} {one.name}",
            f"{sheets.meeting.name}签到表",
            columns,
            tuple(
                (number, organisation, name, None, None)
                for number, (name, organisation) in enumerate(one.people, start=1)
            ),
            subtitles=(sheets.line_of(one),),
            signatures=("实到人数：", "工作人员（签名）："),
        )
        for one in sheets.classes
    )
    return Workbook(file_stem("签到表", sheets.meeting.name), f"{sheets.meeting.name}签到表", made)
