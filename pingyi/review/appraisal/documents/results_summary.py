"""测评结果汇总表: an overview, a sheet for each voter class, and the rules that the figures follow."""

from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.sheets import Sheet, Workbook
from pingyi.review.appraisal.documents.class_sheet import class_sheet
from pingyi.review.appraisal.documents.overview_sheet import overview_sheet
from pingyi.review.appraisal.documents.rules_sheet import rules_sheet
from pingyi.review.appraisal.documents.summary_facts import ResultsSummary


def results_summary(summary: ResultsSummary) -> Workbook:
    """The workbook of one snapshot, for the counting desk and the deciding committee. It calculates nothing."""
    sheets: list[Sheet] = [overview_sheet(summary)]
    sheets += [class_sheet(summary, one) for one in summary.classes]
    sheets.append(rules_sheet(summary))
    title = f"{summary.review}测评结果汇总表"
    return Workbook(file_stem=file_stem("测评结果汇总表", summary.review), title=title, sheets=tuple(sheets))
