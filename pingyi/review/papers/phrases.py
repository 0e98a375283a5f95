"""The words of the papers' enums."""

from pingyi.core.words import Words
from pingyi.review.papers.domain.kinds import Kind

KIND_WORDS: dict[str, str] = {
    Kind.PLAN: Words("工作方案"),
    Kind.NOTICE: Words("会议通知"),
    Kind.AGENDA: Words("会议议程"),
    Kind.SCRIPT: Words("主持词"),
    Kind.REPORT: Words("情况报告"),
    Kind.CIRCULAR: Words("结果通报"),
}
