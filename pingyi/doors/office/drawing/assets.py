"""Addresses of our own style sheets and scripts."""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static


@cache
def address_of(path: str) -> str:
    """`/static/PATH?v=DIGEST`; a file that does not exist raises. Edits show after a restart."""
    found = finders.find(path)
    if not isinstance(found, str):
        raise FileNotFoundError(path)
    return f"{static(path)}?v={hashlib.sha256(Path(found).read_bytes()).hexdigest()[:8]}"
