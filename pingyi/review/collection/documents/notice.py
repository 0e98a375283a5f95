"""会前阅读的告示: where the reports can be read, until when, by whom."""

from dataclasses import dataclass

from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.domain.posters import Poster


@dataclass(frozen=True)
class ReadingNotice:
    convenor: str
    meeting: str
    link: str
    until: str


def reading_notice(notice: ReadingNotice) -> Poster:
    """The sheet for the door of the hall or for the notice."""
    return Poster(
        file_stem=file_stem("会前阅读", notice.meeting),
        heading=notice.convenor,
        title="投票以前，先看述职报告",
        link=notice.link,
        lines=(notice.meeting, "手机扫上面的码，看全文或一页简表", f"开放到{notice.until}"),
        small=(
            "不用登录，不记录谁看了什么。这个码只管看报告，和投票没有关系；投票用票条。",
            "内部材料，请不要转发、截图。扫不了的，在浏览器里输入：",
            notice.link,
        ),
    )
