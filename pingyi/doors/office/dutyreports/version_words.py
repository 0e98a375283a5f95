"""Why a version was kept, in words."""

import re
from typing import TYPE_CHECKING

from pingyi.core.words import Words

if TYPE_CHECKING:
    from pingyi.review.dutyreports.models import ReportVersion

NUMBERED = re.compile(r"第(\d+)(?:(稿)|版)")
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
    return Words("{words}，{note}", words=words, note=_note_words(version.note)) if version.note else words


def _note_words(note: str) -> str:
    """The number of a draft or version is kept in Chinese; other notes are somebody's own words."""
    found = NUMBERED.fullmatch(note)
    if found is None:
        return note
    return Words("第{rounds}稿", rounds=found[1]) if found[2] else Words("第{number}版", number=found[1])
