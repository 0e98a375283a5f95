"""A file that people handed in, given back to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.http import HttpResponse

from pingyi.core.evidence_file import media_type_of
from pingyi.core.files import read_file

if TYPE_CHECKING:
    from pingyi.core.models import StoredFile


def stored_file_answer(stored: StoredFile) -> HttpResponse:
    """The file to keep, never to be opened inside the page: its kind is ours, not what the sender said."""
    answer = HttpResponse(read_file(stored), content_type=media_type_of(stored.name))
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name, safe='')}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
