"""The facts of an old text in the words of people."""

from typing import Any

from pingyi.core.words import Words

KEY_WORDS = {
    "year": Words("年度"),
    "date": Words("会议日期"),
    "convenor": Words("召开单位"),
    "chair": Words("主持"),
    "commentator": Words("点评"),
    "same_chair_and_commentator": Words("主持和点评是同一人"),
    "on_site": Words("现场述职人数"),
    "written": Words("书面述职人数"),
    "organisations_on_site": Words("现场述职单位"),
    "attendee_categories": Words("参会人员"),
    "requirements": Words("工作要求"),
    "ballot": Words("测评"),
    "credits": Words("署名"),
}
UNSAID = Words("稿子没有写")


def in_words(value: Any) -> str:
    """One fact on one line."""
    if value is None:
        return UNSAID
    if isinstance(value, bool):
        return Words("是") if value else Words("不是")
    if isinstance(value, list):
        return "；".join(
            f"{item['role']} {item['name']}" if isinstance(item, dict) else str(item) for item in value
        )
    return str(value)
