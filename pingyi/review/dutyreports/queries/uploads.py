"""A Word file that was handed in for a report, cut up for the sections that the report has now."""

from collections.abc import Mapping
from dataclasses import dataclass

from pingyi.core.errors import Missing
from pingyi.core.files import read_file
from pingyi.core.words import Words
from pingyi.documents.reading.pieces import ASIDE, WordText
from pingyi.documents.reading.word import read_word
from pingyi.review.dutyreports.domain.kept import Kept
from pingyi.review.dutyreports.domain.placing import Group, Line, group_lines
from pingyi.review.dutyreports.models import DutyReport, ReportUpload
from pingyi.review.dutyreports.queries.versions import as_it_stands


@dataclass(frozen=True)
class CutUp:
    """The file as lines and groups, and the report that it is to go into."""

    upload: ReportUpload
    word: WordText
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    standing: Kept

    @property
    def targets(self) -> Mapping[str, str]:
        """Everything of the report that may take text, by field name."""
        found = {
            f"answer-{one.problem_id}": Words("回答{one}", one=one.name) for one in self.standing.answers
        }
        return {**found, **{f"text-{one.sequence}": one.heading for one in self.standing.sections}}


def find_upload(report: DutyReport, upload_id: int) -> ReportUpload:
    upload: ReportUpload | None = (
        ReportUpload.objects.select_related("file").filter(pk=upload_id, report=report).first()
    )
    if upload is None:
        raise Missing(Words("没有找到传上来的这个文件。请再传一次。"), code="upload.missing")
    return upload


def cut_up(report: DutyReport, upload: ReportUpload) -> CutUp:
    """Reads the stored file once more: what is shown and what is placed come from the same bytes."""
    standing = as_it_stands(report)
    word = read_word(read_file(upload.file))
    lines = lines_of(word)
    headings = {f"text-{one.sequence}": one.heading for one in standing.sections}
    return CutUp(upload, word, lines, tuple(group_lines(lines, headings)), standing)


def lines_of(word: WordText) -> tuple[Line, ...]:
    return tuple(Line(piece.text, piece.level, piece.kind in ASIDE) for piece in word.pieces)
