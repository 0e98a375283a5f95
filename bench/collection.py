"""How long the collection of 34 reports of 4,000 characters takes, in both kinds of file, with the briefs.

Where LibreOffice is installed it turns the same Word file into a PDF: the nearest program that sets so many pages of
Chinese, with its start taken off (measured with an empty file).
"""

import shutil
import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path

from pingyi.documents.domain.tree import Document, Paragraph
from pingyi.documents.render import docx
from pingyi.documents.render.booklets import pdf_booklet, word_booklet
from pingyi.documents.render.briefs import pdf_briefs, word_briefs
from pingyi.review.collection.documents import briefs, collection
from tests.factories.bound import materials_of_meeting

OFFICE = "soffice"


def measure_collection() -> tuple[dict[str, int], dict[str, float], dict[str, float]]:
    """Counts, seconds and ratios of binding one meeting's reports."""
    materials = materials_of_meeting()
    seconds: dict[str, float] = {}
    began = time.perf_counter()
    booklet = collection(materials, date(2027, 1, 12))
    bound = pdf_booklet(booklet)
    seconds["collection_pdf"] = _since(began)
    began = time.perf_counter()
    word = word_booklet(booklet).file
    seconds["collection_docx"] = _since(began)
    began = time.perf_counter()
    sheet = briefs(materials, dict(enumerate(bound.pages.chapters, start=1)))
    pdf_briefs(sheet)
    seconds["briefs_pdf"] = _since(began)
    began = time.perf_counter()
    word_briefs(sheet)
    seconds["briefs_docx"] = _since(began)
    counts = {
        "reports": len(materials.items),
        "characters": sum(len(section.text) for item in materials.items for section in item.sections),
        "collection_pages": bound.pages.total,
        "briefs": len(sheet.briefs),
    }
    return counts, seconds, _beside_an_office(word.content, seconds)


def _beside_an_office(word: bytes, seconds: dict[str, float]) -> dict[str, float]:
    if shutil.which(OFFICE) is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="pingyi-bench-") as folder:
        empty = docx.render(Document("a", "a", (Paragraph("a"),)))
        _convert(Path(folder), empty)  # makes the profile
        start = _convert(Path(folder), empty)
        seconds["collection_by_libreoffice"] = max(0.001, _convert(Path(folder), word) - start)
    ratio = seconds["collection_by_libreoffice"] / seconds["collection_pdf"]
    return {"collection: libreoffice from the docx / pdf": ratio}


def _convert(folder: Path, word: bytes) -> float:
    source = folder / "bound.docx"
    source.write_bytes(word)
    began = time.perf_counter()
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
    )
    return _since(began)


def _since(began: float) -> float:
    return time.perf_counter() - began
