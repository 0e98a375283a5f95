"""Fingerprints of texts."""

import hashlib
import json
from typing import Any


def text_digest(cleaned: str) -> str:
    """The same news copied from two pages, with other spaces and line ends, is the same text."""
    return sha256_of("".join(cleaned.split()))


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def facts_digest(facts: dict[str, Any]) -> str:
    """Of confirmed facts: the same facts give the same fingerprint."""
    return sha256_of(json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
