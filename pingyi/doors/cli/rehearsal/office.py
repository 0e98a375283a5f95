"""Somebody at the office door, as a browser is: one cookie jar, forms with their token, redirects followed."""

import re
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from html import unescape
from http import HTTPStatus
from http.cookiejar import CookieJar

TOKEN = "pingyi-office-csrf"  # noqa: S105 (a name, no secret)
PROBLEM = re.compile(r'<div class="note bad said"[^>]*>(.*?)</div>\s*</div>', re.DOTALL)
Fields = Mapping[str, str | int | Sequence[str | int]]
JOB_SECONDS = 120


class StayHere(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the redirect itself is the answer."""

    def redirect_request(self, *_: object) -> None:
        return None


class Stuck(Exception):
    """The office answered something else than the play needs: what was asked, and what the page says."""


@dataclass(frozen=True)
class Page:
    """An answer of the office. `address` is where the redirects ended."""

    address: str
    content: bytes
    headers: Message

    @property
    def html(self) -> str:
        return self.content.decode()

    def find(self, pattern: str) -> str:
        """The first group of the pattern; `Stuck` if the page does not have it."""
        found = re.search(pattern, self.html, re.DOTALL)
        if found is None:
            raise Stuck(f"{self.address}: no {pattern}\n{plain(self.html)}")
        return unescape(found.group(1))

    def find_all(self, pattern: str) -> list[str]:
        return [unescape(found) for found in re.findall(pattern, self.html, re.DOTALL)]

    @property
    def file_name(self) -> str:
        """The name under which a browser would save it."""
        return str(self.headers.get_filename() or "")


class Visitor:
    """One signed-in person. Every refusal of the office ends the play with its words."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._jar = CookieJar()
        cookies = urllib.request.HTTPCookieProcessor(self._jar)
        self._opener = urllib.request.build_opener(cookies)
        self._standing = urllib.request.build_opener(cookies, StayHere())

    def sign_in(self, username: str, password: str) -> "Visitor":
        self.get("/office/sign-in/")
        self.send("/office/sign-in/", {"username": username, "password": password})
        return self

    def get(self, path: str) -> Page:
        return self._ask(path, None, {})

    def find_on_all_pages(self, path: str, pattern: str) -> list[str]:
        """What a list shows on all its pages, each once."""
        found: list[str] = []
        number, is_last = 1, False
        while not is_last:
            page = self.get(f"{path}?page={number}")
            found += page.find_all(pattern)
            number, is_last = number + 1, f'?page={number + 1}"' not in page.html
        return list(dict.fromkeys(found))

    def wait_for(self, path: str, words: str) -> Page:
        """The page as soon as it says so; `Stuck` if the job behind it failed or is not done after `JOB_SECONDS`."""
        until = time.monotonic() + JOB_SECONDS
        while words not in (page := self.get(path)).html:
            if time.monotonic() > until or 'class="note bad' in page.html:
                raise Stuck(f"{path}: no {words}\n{plain(page.html)}")
            time.sleep(0.1)
        return page

    def post(self, path: str, fields: Fields | None = None) -> Page:
        """Sends a form; lists send one field several times."""
        pairs = [("csrfmiddlewaretoken", self._token()), *_pairs(fields or {})]
        return self._ask(path, urllib.parse.urlencode(pairs).encode(), {})

    def send(self, path: str, fields: Fields | None = None) -> str:
        """Sends a form of which a refusal comes back at once; where it leads to is returned and not asked for."""
        pairs = [("csrfmiddlewaretoken", self._token()), *_pairs(fields or {})]
        request = urllib.request.Request(self._address + path, urllib.parse.urlencode(pairs).encode())  # noqa: S310
        try:
            with self._standing.open(request, timeout=120) as answer:
                page = answer.read().decode()
        except urllib.error.HTTPError as error:
            if error.code == HTTPStatus.FOUND:
                return str(error.headers["Location"])
            raise Stuck(f"{path} → {error.code}\n{plain(error.read().decode(errors='replace'))}") from None
        raise Stuck(f"{path}: {plain(page)}")

    def upload(self, path: str, file_name: str, content: bytes, fields: Fields | None = None) -> Page:
        """Sends a form with one file in the field `file`."""
        pairs = [("csrfmiddlewaretoken", self._token()), *_pairs(fields or {})]
        boundary = secrets.token_hex(16)
        return self._ask(
            path,
            _multipart(boundary, pairs, file_name, content),
            {"Content-Type": f"multipart/form-data; boundary={boundary}"},
        )

    def _token(self) -> str:
        return next((cookie.value or "" for cookie in self._jar if cookie.name == TOKEN), "")

    def _ask(self, path: str, body: bytes | None, headers: dict[str, str]) -> Page:
        request = urllib.request.Request(self._address + path, data=body, headers=headers)  # noqa: S310 (own server)
        try:
            with self._opener.open(request, timeout=120) as answer:
                page = Page(urllib.parse.urlsplit(answer.url).path, answer.read(), answer.headers)
        except urllib.error.HTTPError as error:
            raise Stuck(f"{path} → {error.code}\n{plain(error.read().decode(errors='replace'))}") from None
        if page.headers.get_content_type() == "text/html" and (problem := PROBLEM.search(page.html)):
            raise Stuck(f"{path} → {page.address}: {plain(problem.group(1))}")
        return page


def plain(html: str) -> str:
    """What stands on a page, without its marks."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    text = re.sub(r"<(script|style|svg).*?</\1>", "", main.group() if main else html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text))).strip()[:1500]


def _pairs(fields: Fields) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        several = [value] if isinstance(value, str | int) else value
        pairs += [(name, str(one)) for one in several]
    return pairs


def _multipart(boundary: str, pairs: Sequence[tuple[str, str]], file_name: str, content: bytes) -> bytes:
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in pairs
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\n'
    kind = "Content-Type: application/octet-stream\r\n\r\n"
    return "".join([*parts, head, kind]).encode() + content + f"\r\n--{boundary}--\r\n".encode()
