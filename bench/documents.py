"""How long the papers of a review take: 34 letters, 34 task lists, 8 forms, 240 slips, one workbook, the collection.

Times depend on the machine; the ratios are what to compare. Letters are made by both routes, Word and PDF, and
Word is measured against python-docx, which opens a template and writes the same paragraphs.
"""

import importlib
import importlib.util
import json
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import TypeVar

from bench.collection import measure_collection
from pingyi.documents.domain.tree import Document, Paragraph
from pingyi.documents.render import docx, pdf, xlsx
from pingyi.review.appraisal.documents import feedback_letter, results_summary
from pingyi.review.ballots.documents import ballot_form, handout_sheet, slips
from pingyi.review.rectification.documents import task_list
from tests.factories import papers
from tests.factories.plan_papers import papers_of_plan

SLIPS = 240
PROMISED_SECONDS = 10
# What it is about: everything made here but the peers.
PEERS = frozenset({"letters_python_docx", "collection_by_libreoffice"})
_Tree = TypeVar("_Tree")


def bench(as_json: bool = False) -> dict[str, object]:
    """Make every kind of paper at the size of a review of 34, print the figures and give them back."""
    places = range(len(papers.ORGANISATIONS))
    letters = [feedback_letter(papers.letter_of(place)) for place in places]
    lists = [task_list(papers.task_list_of(place, problems=6)) for place in places]
    forms = [ballot_form(papers.ballot_form_of(code, name)) for code, name, _ in papers.CLASSES]
    summary = papers.summary_of()

    began, worked = time.perf_counter(), time.process_time()
    pdf.render(Document("a", "a", (Paragraph("a"),)))
    seconds = {"first_pdf_with_reading_fonts": time.perf_counter() - began}
    seconds["letters_docx"] = measured(docx.render, letters)
    seconds["letters_pdf"] = measured(pdf.render, letters)
    seconds["task_lists_docx"] = measured(docx.render, lists)
    seconds["task_lists_pdf"] = measured(pdf.render, lists)
    seconds["ballot_forms_pdf"] = measured(pdf.render, forms)
    seconds["handout_sheets_pdf"] = measured(pdf.render, [handout_sheet(papers.handout_sheet_of())])
    seconds["slips_pdf"] = measured(pdf.render, [slips(papers.slip_sheet_of("A", "委员", SLIPS))])
    seconds["summary_xlsx"] = measured(lambda facts: xlsx.render(results_summary(facts)), [summary])
    bound, bound_seconds, bound_ratios = measure_collection()
    seconds |= bound_seconds
    together = sum(value for name, value in seconds.items() if name not in PEERS)
    # What the processors did bounds what a machine with nothing else to do needs.
    worked = time.process_time() - worked
    for name, paper in papers_of_plan().items():
        seconds[f"{name}_docx"] = measured(docx.render, [paper])
        seconds[f"{name}_pdf"] = measured(pdf.render, [paper])
    ratios = {"letters: pdf / docx": seconds["letters_pdf"] / seconds["letters_docx"]}
    if importlib.util.find_spec("docx"):
        seconds["letters_python_docx"] = measured(with_python_docx, letters)
        ratios["letters: python-docx / docx"] = seconds["letters_python_docx"] / seconds["letters_docx"]
    ratios |= bound_ratios
    figures: dict[str, object] = {
        "counts": {
            "letters": len(letters),
            "task_lists": len(lists),
            "forms": len(forms),
            "slips": SLIPS,
            **bound,
        },
        "together": {
            "seconds": round(together, 3),
            "processor_seconds": round(worked, 3),
            "promised": PROMISED_SECONDS,
        },
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "ratios": {name: round(value, 2) for name, value in ratios.items()},
    }
    figures["good"] = min(together, worked) < PROMISED_SECONDS
    print(json.dumps(figures, ensure_ascii=False) if as_json else in_lines(figures))
    return figures


def measured(make: Callable[[_Tree], bytes], trees: Iterable[_Tree]) -> float:
    """Seconds for making a file of each tree."""
    began = time.perf_counter()
    for tree in trees:
        make(tree)
    return time.perf_counter() - began


def with_python_docx(document: Document) -> bytes:
    """The same words through python-docx: its template opened, a paragraph for each of ours, saved."""
    word = importlib.import_module("docx").Document()
    for text in (
        document.title,
        document.addressee,
        *(getattr(block, "text", "") for block in document.blocks),
    ):
        word.add_paragraph(text)
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def in_lines(figures: dict[str, object]) -> str:
    """The figures for reading, one to a line."""
    lines = []
    for heading, values in figures.items():
        if not isinstance(values, dict):
            continue
        lines.append(heading)
        lines += [f"  {name:<44}{value}" for name, value in values.items()]
    return "\n".join(lines)
