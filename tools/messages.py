"""The English of the interface: what there is to say, what is said, and what a program reads of it.

    python -m tools.messages update    # after a sentence changed: missing ones come in empty, unused ones go
    python -m tools.messages compile   # .po → .mo, what a running installation reads
    python -m tools.messages check     # part of `run.py lint`: nothing missing, unused, unmarked or out of date

Source sentences are Chinese. Python says them with `Words(…)`, templates with `translate` and `blocktranslate`.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from tools.lint_words import unmarked

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "pingyi"
PO = SOURCES / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
# Templates become calls of gettext (`_` inside a filter), our own code says Words.
KEYWORDS = {"gettext": None, "_": None, "pgettext": ((1, "c"), 2), "ngettext": (1, 2), "Words": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)s|(?<!\{)\{(\w+)")


def main(verb: str) -> int:
    """One of update, compile, check."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    if verb == "update":
        PO.write_bytes(written(merged(sentences(), catalog())))
    elif verb == "compile":
        MO.write_bytes(compiled(catalog()))
    elif verb == "check":
        problems = [*unmarked(SOURCES), *problems_of(sentences(), catalog())]
        print("\n".join(problems))
        return 1 if problems else 0
    else:
        print(__doc__)
        return 2
    return 0


def sentences(sources: Path = SOURCES) -> dict[str, list[str]]:
    """Every sentence of the interface with the files that say it."""
    found: dict[str, list[str]] = {}
    for path in sorted(sources.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts:
            source = path.read_text("utf-8")
        elif path.suffix == ".html" and "templates" in path.parts:
            source = templatize(path.read_text("utf-8"))
        else:
            continue
        place = path.relative_to(sources.parent).as_posix()
        spoken = extract(
            "python", io.BytesIO(source.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
        )
        for _, message, _, _ in spoken:
            if isinstance(message, str) and message and place not in found.setdefault(message, []):
                found[message].append(place)
    return found


def catalog() -> Catalog:
    """What is said so far."""
    if not PO.exists():
        return Catalog(locale="en", fuzzy=False)
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def merged(wanted: dict[str, list[str]], known: Catalog) -> Catalog:
    """All that is wanted with what is known of it, in the order of the Chinese text."""
    result = Catalog(locale="en", project="Pingyi", version="", fuzzy=False, copyright_holder="Pingyi")
    result.revision_date = result.creation_date = known.creation_date
    for message in sorted(wanted):
        old = known.get(message)
        flags = {"python-format"} if "%(" in message else set()
        places = [(place, 0) for place in wanted[message]]
        result.add(message, old.string if old else "", locations=places, flags=flags)
    return result


def written(result: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, result, width=0, sort_output=True, include_lineno=False)
    return file.getvalue()


def compiled(known: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, known)
    return file.getvalue()


def problems_of(wanted: dict[str, list[str]], known: Catalog) -> Iterator[str]:
    """Missing, unused and broken sentences, and a compiled file that is not of this catalogue."""
    said = {str(entry.id): str(entry.string or "") for entry in known if entry.id}
    for message, places in wanted.items():
        if not said.get(message):
            yield f"{places[0]}: 没有英文：{message}"
        elif placeholders(message) != placeholders(said[message]):
            yield f"{places[0]}: 英文里的占位和中文不一样：{message} → {said[message]}"
    for message in said:
        if message not in wanted:
            yield f"{PO.relative_to(ROOT)}: 没有地方用到：{message}"
    if not MO.exists() or MO.read_bytes() != compiled(known):
        yield f"{MO.relative_to(ROOT)}: 不是最新的，运行 python -m tools.messages compile"


def placeholders(sentence: str) -> set[str]:
    """The names of the values that the sentence has a place for."""
    return {before or after for before, after in PLACEHOLDER.findall(sentence)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) == 2 else ""))
