"""Where ledgers ask people for something: columns of tables, of sheets, and inputs of forms."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.apps import apps
from django.db import models

from pingyi.core.sheets.columns import SheetForm
from pingyi.organisations.models import Organisation, Person, Post

OFFICE = Path(__file__).resolve().parents[3] / "pingyi" / "doors" / "office"
# form.field("topic", …) in Python, name="topic" of a control in a template.
IN_PYTHON = re.compile(r"\.field\(\s*\"([\w-]+)\"")
CONTROL = re.compile(r"<(?:input|select|textarea|button)\b[^>]*?\bname=\"([^\"]+)\"", re.DOTALL)
GET_FORM = re.compile(r"<form\b(?![^>]*method=\"post\").*?</form>", re.DOTALL)
VARIABLE = re.compile(r"{{[^}]*}}")


def models_of(app: str) -> dict[str, type[models.Model]]:
    return {model.__name__: model for model in apps.get_app_config(app).get_models()}


def stored(tables: Mapping[str, type[models.Model]]) -> dict[str, list[str]]:
    """The columns of these tables."""
    return {name: [one.name for one in model._meta.concrete_fields] for name, model in tables.items()}


def columns(forms: Iterable[SheetForm]) -> list[tuple[str, str]]:
    return [(form.name, column.key) for form in forms for column in form.columns]


def inputs(folders: Iterable[str], templates: Iterable[str]) -> set[str]:
    """Names of all inputs in the forms of these parts of the office; numbers of rows in them are an N."""
    found: set[str] = set()
    for folder in folders:
        for file in (OFFICE / folder).glob("*.py"):
            found.update(IN_PYTHON.findall(file.read_text(encoding="utf-8")))
    for pattern in templates:
        for file in (OFFICE / "templates" / "office").glob(pattern):
            text = GET_FORM.sub("", file.read_text(encoding="utf-8"))
            found.update(VARIABLE.sub("N", name) for name in CONTROL.findall(text))
    return found


def known() -> set[str]:
    """What the register of organisations and people holds already: person.name, organisation.path, post.title."""
    return {
        f"{model.__name__.lower()}.{one.name}"
        for model in (Organisation, Person, Post)
        for one in model._meta.concrete_fields
    }
