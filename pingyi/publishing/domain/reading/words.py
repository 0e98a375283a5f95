"""The facts of an old text in the words of people."""

from typing import Any

KEY_WORDS = {
    "year": "年度",
    "date": "会议日期",
    "convenor": "召开单位",
    "chair": "主持",
    "commentator": "点评",
    "same_chair_and_commentator": "主持和点评是同一人",
    "on_site": "现场述职人数",
    "written": "书面述职人数",
    "organisations_on_site": "现场述职单位",
    "attendee_categories": "参会人员",
    "requirements": "工作要求",
    "ballot": "测评",
    "credits": "署名",
}
UNSAID = "稿子没有写"


def in_words(value: Any) -> str:
    """One fact on one line."""
    if value is None:
        return UNSAID
    if isinstance(value, bool):
        return "是" if value else "不是"
    if isinstance(value, list):
        return "；".join(
            f"{item['role']} {item['name']}" if isinstance(item, dict) else str(item) for item in value
        )
    return str(value)
