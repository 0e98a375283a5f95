"""Why a version was kept, in words."""

from typing import TYPE_CHECKING

from pingyi.core.words import Words

if TYPE_CHECKING:
    from pingyi.review.dutyreports.models import ReportVersion

NOW, NOW_WORDS = "now", Words("现在的")

REASONS = {
    "saved": Words("写的时候存的"),
    "timed": Words("边写边留的"),
    "handed_in": Words("交上去的"),
    "returned": Words("退回来的"),
    "uploaded": Words("用Word文件填好的"),
    "restored": Words("恢复出来的"),
    "replaced": Words("换掉以前的"),
    "collided": Words("两边同时改，没合上的"),
}


def reason_words(version: "ReportVersion") -> str:
    """交上去的，第2稿."""
    words = REASONS[version.reason]
    return Words("{words}，{note}", words=words, note=version.note) if version.note else words
