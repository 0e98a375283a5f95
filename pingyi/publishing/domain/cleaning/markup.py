"""Remains of web pages and signs that nobody sees."""

import html
import re
import unicodedata

from pingyi.publishing.domain.cleaning.log import Kind, Log

UNSEEN_BLOCK = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
LINE_END_TAG = re.compile(
    r"<(?:br|hr)\s*/?>|</?(?:p|div|li|tr|h[1-6]|section|article|table|ul|ol)\b[^<>]*>", re.IGNORECASE
)
TAG = re.compile(
    r"<(?:br|hr)\s*/?>|</?(?:p|div|li|tr|h[1-6]|section|article|table|ul|ol)\b[^<>]*>", re.IGNORECASE
)
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9:]*(?:\s[^<>]*)?/?>")
ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
LINE_END = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
# Look-alikes of Han characters (radicals, compatibility forms) and full-width digits and letters.
LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]")


def strip_markup(text: str, log: Log) -> str:
    """Text without tags, entities and invisible signs, its lines ended by a line feed."""
    text = log.replace(Kind.INVISIBLE, LINE_END, "\n", text)
    text = log.replace(Kind.MARKUP, UNSEEN_BLOCK, "", text)
    text = log.replace(Kind.MARKUP, LINE_END_TAG, "\n", text)
    text = log.replace(Kind.MARKUP, TAG, "", text)
    text = log.replace(Kind.MARKUP, ENTITY, lambda match: html.unescape(match.group()), text)
    text = log.replace(Kind.INVISIBLE, INVISIBLE, "", text)
    text = log.replace(Kind.WIDTH, WIDE, _compatible, text)
    return log.replace(Kind.TRADITIONAL, LOOK_ALIKE, _compatible, text)


def _compatible(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match.group())
