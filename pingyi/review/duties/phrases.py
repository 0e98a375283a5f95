"""The words of responsibility lists: strands, stages, how an entry stands, what is wrong with a row."""

from pingyi.core.words import Words
from pingyi.review.duties.domain.entries import Holder, NoteKind, Part, Strand
from pingyi.review.duties.domain.rows import LONGEST, MOST, Gap, RowFault
from pingyi.review.duties.domain.stages import Stage
from pingyi.review.duties.domain.standing import Standing

HOLDERS: dict[str, str] = {Holder.SECRETARY: Words("书记"), Holder.BODY: Words("班子")}
PARTS: dict[str, str] = {Part.DUTY: Words("责任事项"), Part.PROJECT: Words("年度项目")}
STRANDS: dict[str, str] = {
    Strand.PARTY_BUILDING: Words("党建"),
    Strand.POLITICAL_WORK: Words("思想政治"),
    Strand.IDEOLOGY: Words("意识形态"),
    Strand.INTEGRITY: Words("廉洁"),
}
STAGES: dict[int, str] = {
    Stage.THINKING: Words("谋划"),
    Stage.OUTLINING: Words("规划"),
    Stage.SCHEDULING: Words("计划"),
    Stage.CARRYING_OUT: Words("实施"),
}
STANDINGS: dict[Standing, str] = {
    Standing.DONE: Words("办结"),
    Standing.WAITING: Words("报了办结，等核对"),
    Standing.AGAIN: Words("还有整改任务没有销号"),
    Standing.LATE: Words("逾期"),
    Standing.OPEN: Words("在办"),
    Standing.DROPPED: Words("撤下"),
}
NOTE_KINDS: dict[str, str] = {
    NoteKind.PROGRESS: Words("报了进展"),
    NoteKind.REPORTED: Words("报了办结"),
    NoteKind.CONFIRMED: Words("核对过，办结"),
    NoteKind.RETURNED: Words("退回"),
    NoteKind.CHANGED: Words("改了这一条"),
    NoteKind.DROPPED: Words("撤下这一条"),
}
ROW_FAULTS: dict[RowFault, str] = {
    RowFault.EMPTY: Words("一条也没有。至少写一条。"),
    RowFault.TOO_MANY: Words("超过{most}条。一张清单最多{most}条，合并一些再存。", most=MOST),
    RowFault.TOO_LONG: Words("超过{longest}字。写短些。", longest=LONGEST),
    RowFault.TWICE: Words("和前面的一条一样。留一条。"),
    RowFault.STRAND: Words("年度项目分党建、思想政治、意识形态三块。选其中一块，或者列成责任事项。"),
    RowFault.YEAR: Words("期限不在这一年度，也不在下一年。核对年份。"),
}
GAPS: dict[Gap, str] = {Gap.DUE: Words("没有期限"), Gap.RESPONSIBLE: Words("没有责任人")}
