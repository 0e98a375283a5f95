"""The typst compiler. User text reaches a template as JSON data only, never as part of its source."""

import json
import logging
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from typst import Compiler

from pingyi.documents.render.pdf.fonts import families, typst_fonts
from pingyi.documents.typefaces.shelf import NOTHING_OWN, Shelf, is_inner_failure, shelf

TEMPLATES = Path(__file__).parent / "templates"
_LARGE = 5_000  # characters of data
_lock = Lock()
_log = logging.getLogger(__name__)


@lru_cache(maxsize=16)
def _compiler(template: str, copies: str) -> Compiler:
    """One compiler a template and state of the fonts: it keeps the parsed fonts, most of the time of a first run."""
    own = Shelf(copies=Path(copies)) if copies else NOTHING_OWN
    return Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=typst_fonts(own),
        ignore_system_fonts=True,
    )


def compile_pdf(template: str, data: dict[str, Any]) -> bytes:
    """The template filled with the data. No time of making is written, so equal data give equal bytes."""
    return _compile(template, data, "pdf")[0]


def compile_pdf_with_pages(
    template: str, data: dict[str, Any], labels: tuple[str, ...]
) -> tuple[bytes, dict[str, list[int]]]:
    """The PDF, and by label the pages on which the template put that mark."""
    found: dict[str, list[int]] = {}

    def ask(compiler: Compiler) -> None:
        for label in labels:
            found[label] = json.loads(compiler.query(f"<{label}>", field="value"))

    return _compile(template, data, "pdf", ask=ask)[0], found


def compile_png(template: str, data: dict[str, Any], *, dots_per_inch: float) -> list[bytes]:
    """The pages as pictures, as a printer of that resolution would draw them."""
    return _compile(template, data, "png", dots_per_inch)


def _compile(
    template: str,
    data: dict[str, Any],
    kind: Any,
    dots_per_inch: float | None = None,
    ask: Callable[[Compiler], None] = lambda _: None,
) -> list[bytes]:
    own = shelf()
    text = json.dumps(data, ensure_ascii=False)
    with _lock:
        try:
            made = _made(template, text, own, kind, dots_per_inch, ask)
        except BaseException as error:
            if own.copies is None or not is_inner_failure(error):
                raise
            # A glyph of a font of the school is damaged; the paper is wanted now, and the shipped fonts are whole.
            _log.warning("A font in the data folder is damaged; set in the shipped fonts: %s", error)
            made = _made(template, text, NOTHING_OWN, kind, dots_per_inch, ask)
        if len(text) > _LARGE:
            _forget()
    if made is None:
        raise RuntimeError("typst made no file")
    return made if isinstance(made, list) else [made]


def _made(
    template: str,
    text: str,
    own: Shelf,
    kind: Any,
    dots_per_inch: float | None,
    ask: Callable[[Compiler], None],
) -> Any:
    inputs = {"data": text, "fonts": json.dumps(families(own), ensure_ascii=False)}
    compiler = _compiler(template, str(own.copies) if own.copies else "")
    made = compiler.compile(format=kind, ppi=dots_per_inch, sys_inputs=inputs)
    ask(compiler)
    return made


def _forget() -> None:
    """typst remembers what the last ten compilations set, half a megabyte for every slip. Empty ones push it out."""
    for _ in range(11):
        _empty().compile(b" ", format="pdf")


@lru_cache(maxsize=1)
def _empty() -> Compiler:
    return Compiler(b" ", font_paths=typst_fonts(NOTHING_OWN), ignore_system_fonts=True)
