"""发票收票记录单: what was handed out and came back, counted by hand, one page per class."""

from dataclasses import dataclass
from datetime import date

from pingyi.documents.domain.dates import official_date
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.forms import (
    Fact,
    Form,
    FormBlock,
    FormPage,
    Grid,
    GridColumn,
    Notes,
    SectionTitle,
    SignLine,
)

SLIP = "票条"
_DIFFERENCE = "差额和原因"
_SIGN_MM = 8


@dataclass(frozen=True)
class HandoutClass:
    """One class: how many people are on its list and how many papers were printed, spares included."""

    name: str
    listed: int
    printed: int
    spares: int


@dataclass(frozen=True)
class HandoutSheet:
    """`paper` is the word for what is handed out: 测评表 or 票条."""

    convenor: str
    meeting: str
    meeting_on: date | None
    paper: str
    classes: tuple[HandoutClass, ...]


def handout_sheet(sheet: HandoutSheet) -> Form:
    """One page per class with the three lines that must balance; a difference is explained on the page."""
    pages = tuple(_page(sheet, one) for one in sheet.classes)
    return Form(file_stem=file_stem("发票收票记录单", sheet.meeting), title="发票收票记录单", pages=pages)


def _page(sheet: HandoutSheet, one: HandoutClass) -> FormPage:
    facts = [Fact("会议", sheet.meeting), Fact("测评人类别", one.name)]
    if sheet.meeting_on is not None:
        facts.insert(1, Fact("日期", official_date(sheet.meeting_on)))
    facts.append(Fact("名单人数", f"{one.listed}人"))
    blocks: tuple[FormBlock, ...] = (
        Notes(
            (
                "各栏由计票人手点后填写，监票人在旁核对。写错的划掉重写，并在旁边签名。",
                "等式两边不相等的，在下面一行写明差额和原因，点出的数不改。",
            ),
            lead="填写说明：",
        ),
        SectionTitle("一、印制的等于发出的加剩余的"),
        _equation(f"印制\n（含备用{one.spares}张）", ("发出", "剩余"), str(one.printed)),
        SignLine((_DIFFERENCE,)),
        SectionTitle("二、发出的等于签到的"),
        _equation("发出", ("本类别签到人数",)),
        SignLine((_DIFFERENCE,)),
        SectionTitle("三、发出的等于收回的加没有交回的"),
        _equation("发出", (_cast_words(sheet.paper), "没有使用\n交还", "损坏、作废", "没有交回\n（算出）")),
        *((SignLine(("没有使用交还的，其中换领纸质测评表",)),) if sheet.paper == SLIP else ()),
        SignLine((_DIFFERENCE,)),
        SignLine(("计票人", "计票人")),
        SignLine(("监票人", "监票人")),
        SignLine(("时间", "地点")),
    )
    title = f"{sheet.paper}发票收票记录单"
    return FormPage(title=title, facts=tuple(facts), blocks=blocks, is_roomy=True)


def _cast_words(paper: str) -> str:
    """Forms lie in the box until it is opened; of slips only the machine knows how many were used."""
    return "投出\n（看系统）" if paper == SLIP else "投入票箱\n（开箱后点）"


def _equation(left: str, right: tuple[str, ...], left_count: str = "") -> Grid:
    """left ＝ right ＋ right …, with room for a handwritten number under each word."""
    columns = [GridColumn(left)]
    values = [left_count]
    for number, word in enumerate(right):
        columns += [GridColumn("", _SIGN_MM), GridColumn(word)]
        values += ["＋" if number else "＝", ""]
    return Grid(tuple(columns), (tuple(values),), row_mm=16.0)
