"""The typst compiler. User text reaches a template as JSON data only, never as part of its source."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from typst import Compiler

from pingyi.documents.render.pdf.fonts import fonts

TEMPLATES = Path(__file__).parent / "templates"
_LARGE = 5_000  # characters of data
_lock = Lock()


@cache
def _compiler(template: str) -> Compiler:
    """One compiler a template: it keeps the parsed fonts, which is most of the time of a first run."""
    return Compiler(
        str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=fonts(), ignore_system_fonts=True
    )


def compile_pdf(template: str, data: dict[str, Any]) -> bytes:
    """The template filled with the data. No time of making is written, so equal data give equal bytes."""
    return _compile(template, data, "pdf")[0]


def compile_png(template: str, data: dict[str, Any], *, dots_per_inch: float) -> list[bytes]:
    """The pages as pictures, as a printer of that resolution would draw them."""
    return _compile(template, data, "png", dots_per_inch)


def _compile(
    template: str, data: dict[str, Any], kind: Any, dots_per_inch: float | None = None
) -> list[bytes]:
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    with _lock:
        made = _compiler(template).compile(format=kind, ppi=dots_per_inch, sys_inputs=inputs)
        if len(inputs["data"]) > _LARGE:
            _forget()
    if made is None:
        raise RuntimeError("typst made no file")
    return made if isinstance(made, list) else [made]


def _forget() -> None:
    """typst remembers what the last ten compilations set, half a megabyte for every slip. Empty ones push it out."""
    for _ in range(11):
        _empty().compile(b" ", format="pdf")


@cache
def _empty() -> Compiler:
    return Compiler(b" ", font_paths=fonts(), ignore_system_fonts=True)
