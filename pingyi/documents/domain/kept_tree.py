"""A document as plain data, kept beside its files so that it can be set once more: the same tree comes back."""

from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from pingyi.documents.domain.official import HeadForm, Imprint, Masthead
from pingyi.documents.domain.tree import (
    Align,
    Attachment,
    Cell,
    Column,
    Document,
    Heading,
    Layout,
    Paragraph,
    Signature,
    Table,
)

_RECORDS = (Document, Paragraph, Heading, Table, Column, Cell, Attachment, Signature, Masthead, Imprint)
_CHOICES = (Layout, Align, HeadForm)
_RECORD_NAMED = {one.__name__: one for one in _RECORDS}
_CHOICE_NAMED = {one.__name__: one for one in _CHOICES}


def tree_data(document: Document) -> dict[str, Any]:
    """What JSON can hold: every part names its type."""
    data: dict[str, Any] = _data(document)
    return data


def tree_of(data: dict[str, Any]) -> Document:
    """The document that was kept; TypeError where the data are none of ours."""
    found = _part(data)
    if not isinstance(found, Document):
        raise TypeError(f"kept data of a {type(found).__name__}, not of a document")
    return found


def _data(part: Any) -> Any:
    if is_dataclass(part) and not isinstance(part, type):
        members = {field.name: _data(getattr(part, field.name)) for field in fields(part)}
        return {"type": type(part).__name__, **members}
    if isinstance(part, StrEnum):
        return {"type": type(part).__name__, "value": part.value}
    return [_data(one) for one in part] if isinstance(part, tuple) else part


def _part(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_part(one) for one in data)
    if not isinstance(data, dict):
        return data
    name = data["type"]
    if name in _CHOICE_NAMED:
        return _CHOICE_NAMED[name](data["value"])
    if name not in _RECORD_NAMED:
        raise TypeError(f"unknown part {name} in kept data")
    return _RECORD_NAMED[name](**{key: _part(one) for key, one in data.items() if key != "type"})
