"""Why a version was kept, in words."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pingyi.review.dutyreports.models import ReportVersion

NOW, NOW_WORDS = "now", "现在的"

REASONS = {
    "saved": "写的时候存的",
    "timed": "边写边留的",
    "handed_in": "交上去的",
    "returned": "退回来的",
    "uploaded": "用Word文件填好的",
    "restored": "恢复出来的",
    "replaced": "换掉以前的",
    "collided": "两边同时改，没合上的",
}


def reason_words(version: "ReportVersion") -> str:
    """交上去的，第2稿."""
    words = REASONS[version.reason]
    return f"{words}，{version.note}" if version.note else words
