"""The words of the papers' enums."""

from pingyi.review.papers.domain.kinds import Kind

KIND_WORDS: dict[str, str] = {
    Kind.PLAN: "工作方案",
    Kind.NOTICE: "会议通知",
    Kind.AGENDA: "会议议程",
    Kind.SCRIPT: "主持词",
    Kind.CIRCULAR: "结果通报",
}
