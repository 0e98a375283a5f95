"""Which sheet of a book is which form."""

from dataclasses import dataclass, field

from pingyi.core.sheets.columns import SheetForm
from pingyi.core.sheets.fault import Fault, FaultList
from pingyi.core.sheets.heading import nearest, same_title
from pingyi.core.sheets.opening import Book, Sheet
from pingyi.core.words import Words, listed

# The sheet of explanations in our templates.
EXPLANATIONS = Words("填写说明")


@dataclass
class FoundSheets:
    """The sheets to read by form name, and remarks on those that are left alone."""

    by_form: dict[str, Sheet] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def find_sheets(book: Book, forms: tuple[SheetForm, ...], faults: FaultList) -> FoundSheets:
    """Matches sheets to forms by name. Unknown, doubled and hidden sheets are named, never ignored in silence."""
    found = FoundSheets()
    names = {same_title(name): form for form in forms for name in (form.name, *form.other_names)}
    for sheet in book.sheets:
        form = names.get(same_title(sheet.name))
        if form is None:
            _name_unknown(sheet, forms, faults, found)
        elif sheet.is_hidden:
            faults.add(
                Fault(
                    sheet.name,
                    Words("这张工作表是隐藏的"),
                    Words("取消隐藏，看过内容再上传；不导入的话请删掉它"),
                )
            )
        elif form.name in found.by_form:
            faults.add(
                Fault(
                    sheet.name, Words("“{form}”有两张工作表", form=form.name), Words("合并成一张，删掉另一张")
                )
            )
        else:
            found.by_form[form.name] = sheet
    if not found.by_form and not faults:
        expected = listed(form.name for form in forms)
        faults.add(
            Fault(
                "",
                Words("没有找到要导入的工作表"),
                Words("工作表的名称要是：{expected}，至少有一张。可以下载模板填写", expected=expected),
            )
        )
    return found


def _name_unknown(sheet: Sheet, forms: tuple[SheetForm, ...], faults: FaultList, found: FoundSheets) -> None:
    if same_title(sheet.name) in (same_title(EXPLANATIONS), "说明") or next(sheet.rows(), None) is None:
        return
    if sheet.is_hidden:
        found.remarks.append(Words("隐藏的工作表“{sheet}”没有读。", sheet=sheet.name))
        return
    expected = [form.name for form in forms]
    guess = nearest(sheet.name, expected)
    remedy = (
        Words("是不是“{guess}”？改成这个名称", guess=guess)
        if guess
        else Words("名称要是 {expected} 之一", expected=listed(expected))
    )
    faults.add(
        Fault(sheet.name, Words("工作表的名称不认识"), Words("{remedy}；不导入的工作表请删掉", remedy=remedy))
    )
