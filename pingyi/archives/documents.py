"""The documents and the evidence of a review as files of the package, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath

from pingyi.archives.domain.layout import LONGEST_PART
from pingyi.core.clock import today
from pingyi.core.files import read_file
from pingyi.core.models import StoredFile
from pingyi.documents.domain.filenames import file_stem
from pingyi.documents.queries.school_templates import from_template
from pingyi.documents.render.files import word_file
from pingyi.publishing.models import NewsPublication
from pingyi.review.appraisal.documents import feedback_letter
from pingyi.review.appraisal.documents.kept_letter import letter_from
from pingyi.review.appraisal.documents.letter_paper import letter_values
from pingyi.review.appraisal.models import FeedbackLetter
from pingyi.review.cycles.models import Cycle
from pingyi.review.dutyreports.models import DutyReport
from pingyi.review.dutyreports.queries.reading import read_report
from pingyi.review.papers.queries import edited_words, issued_of
from pingyi.review.rectification.documents import TaskList, task_list
from pingyi.review.rectification.models import Evidence
from pingyi.review.rectification.queries.carried import in_cycle_or_carried
from pingyi.review.rectification.queries.papers import task_lists
from pingyi.review.supervision.models import SupervisionCircular


@dataclass(frozen=True)
class Part:
    """A file of the package; `content` is asked for when it is written, so that one is in memory at a time."""

    name: str
    content: Callable[[], bytes]


def parts_of(cycle: Cycle, day: date) -> list[Part]:
    """Everything in the order of the calendar."""
    return _apart(
        [
            *_papers(cycle),
            *_reports(cycle),
            *_letters(cycle),
            *_task_lists(cycle, day),
            *_circulars(cycle),
            *_news(cycle),
            *_evidence(cycle),
        ]
    )


def _papers(cycle: Cycle) -> Iterator[Part]:
    for paper in sorted(issued_of(cycle), key=lambda paper: paper.pk):
        void = "作废" if getattr(paper, "voiding", None) else ""
        edited = edited_words(paper)
        word = edited[0].file if edited else paper.word
        stem = file_stem(f"{paper.issued_on:%Y-%m-%d}", paper.title, void)
        yield Part(f"documents/公文/{stem}.docx", _stored(word))
        yield Part(f"documents/公文/{stem}.pdf", _stored(paper.pdf))
        if edited:
            yield Part(f"documents/公文/{stem}（系统写的）.docx", _stored(paper.word))


def _circulars(cycle: Cycle) -> Iterator[Part]:
    for circular in SupervisionCircular.objects.filter(cycle=cycle).select_related("word").order_by("pk"):
        stem = file_stem(f"{circular.issued_on:%Y-%m-%d}", circular.title)
        yield Part(f"documents/督查通报/{stem}.docx", _stored(circular.word))


def _news(cycle: Cycle) -> Iterator[Part]:
    """The texts that were given out, as plain text: pages and Word files of them are made anew where they are shown."""
    rows = NewsPublication.objects.filter(item__meeting__cycle=cycle).select_related("version")
    for row in rows.order_by("pk"):
        stem = file_stem(f"{today(row.published_at):%Y-%m-%d}", row.version.title)
        content = f"{row.version.title}\r\n\r\n{row.version.text}".encode(errors="replace")
        yield Part(f"documents/新闻/{stem}.txt", partial(bytes, content))


def _reports(cycle: Cycle) -> Iterator[Part]:
    rows = DutyReport.objects.filter(reporter__cycle=cycle).exclude(state="draft")
    for report in rows.select_related(
        "reporter__organisation", "reporter__person", "reporter__cycle", "reporter__meeting"
    ).order_by("reporter__meeting__sequence", "reporter__order"):
        stem = file_stem(f"{report.reporter.order:02d}", report.reporter.organisation.name, "述职报告")
        # Rows that may still change are read now, with all other rows; what was given out does not change.
        yield Part(f"documents/述职报告/{stem}.txt", partial(bytes, _report_text(report)))


def _report_text(report: DutyReport) -> bytes:
    reading = read_report(report)
    reporter = report.reporter
    lines = [f"{reporter.organisation.name}　{reporter.person.name}　{reporter.title_text}", ""]
    for section in reading.sections:
        lines += [section.heading, "", section.text, ""]
    for answer in reading.answers:
        lines += [f"{answer.name}：{answer.problem.text}", "", answer.text, ""]
    return "\r\n".join(lines).encode(errors="replace")


def _letters(cycle: Cycle) -> Iterator[Part]:
    rows = FeedbackLetter.objects.filter(reporter__cycle=cycle).select_related(
        "template__file", "reporter__organisation"
    )
    for letter in rows.order_by("reporter__meeting__sequence", "reporter__order", "sequence"):
        number = f"第{letter.sequence}份" if letter.sequence > 1 else ""
        stem = file_stem(
            f"{letter.reporter.order:02d}", letter.reporter.organisation.name, "反馈意见", number
        )
        yield Part(f"documents/反馈意见/{stem}.docx", partial(_letter, letter))


def _letter(letter: FeedbackLetter) -> bytes:
    """In the school's own layout if that was in use on that day."""
    text = letter_from(letter.content)
    built_in = feedback_letter(text)
    if letter.template is None:
        return word_file(built_in).content
    return from_template(letter.template, letter_values(text), built_in.file_stem).content


def _task_lists(cycle: Cycle, day: date) -> Iterator[Part]:
    for number, tasks in enumerate(task_lists(cycle, day), start=1):
        stem = file_stem(f"{number:02d}", tasks.organisation, f"整改任务清单（截至{day:%Y-%m-%d}）")
        yield Part(f"documents/整改任务清单/{stem}.docx", partial(_task_list, tasks))


def _task_list(tasks: TaskList) -> bytes:
    return word_file(task_list(tasks)).content


def _evidence(cycle: Cycle) -> Iterator[Part]:
    rows = Evidence.objects.filter(in_cycle_or_carried(cycle, "task__problem__"), file__isnull=False)
    for one in rows.select_related("file", "task__problem__cycle").order_by("pk"):
        problem = one.task.problem
        folder = f"{problem.cycle.year}年度问题{problem.number}_任务{one.task.sequence}"
        if one.file is not None:
            yield Part(f"evidence/{folder}/{safe_name(one.file.name)}", _stored(one.file))


def safe_name(name: str) -> str:
    """The name under which somebody handed a file in, fit for every system."""
    path = PurePosixPath(name.replace("\\", "_").replace("/", "_"))
    ending = path.suffix if path.suffix[1:].isalnum() and len(path.suffix) <= 12 else ""
    stem = file_stem(path.name.removesuffix(ending))
    while len(f"{stem}{ending}".encode()) > LONGEST_PART - 12:
        stem = stem[:-1]
    return f"{stem}{ending}"


def _stored(kept: StoredFile) -> Callable[[], bytes]:
    return partial(read_file, kept)


def _apart(parts: list[Part]) -> list[Part]:
    """Two files of one name get numbers, whatever system tells small letters from large ones."""
    taken: set[str] = set()
    apart = []
    for part in parts:
        stem, dot, ending = part.name.rpartition(".")
        if "/" in ending or not dot:
            stem, dot, ending = part.name, "", ""
        name, number = part.name, 2
        while name.casefold() in taken:
            name, number = f"{stem}（{number}）{dot}{ending}", number + 1
        taken.add(name.casefold())
        apart.append(Part(name, part.content))
    return apart
