"""Voters' phones, as bare as can be: HTTP over sockets of the event loop, one process, no library in between."""

import asyncio
import json
import random
import secrets
import time
from dataclasses import dataclass, field


@dataclass
class Phone:
    """One voter. `word` is her receipt once the server has acknowledged the ballot."""

    code: str
    grades: dict[str, str]
    cast_id: str = field(default_factory=lambda: secrets.token_hex(16))
    word: str = ""
    refusal: str = ""
    seconds: float = 0.0
    page_seconds: float = 0.0

    @property
    def ballot(self) -> dict[str, object]:
        return {"code": self.code, "cast_id": self.cast_id, "grades": self.grades}


@dataclass(frozen=True)
class Hall:
    """Where the phones send to."""

    port: int
    public_key: str
    host: str = "127.0.0.1"

    async def ask(self, path: str, body: object = None) -> tuple[int, bytes]:
        """One request on a connection of its own, as phones on a busy access point do."""
        reader, writer = await asyncio.open_connection(self.host, self.port)
        try:
            writer.write(self._request(path, body))
            await writer.drain()
            answer = await reader.read()
        finally:
            writer.close()
        head, _, content = answer.partition(b"\r\n\r\n")
        if not head:
            raise ConnectionError("no answer")
        return int(head.split()[1]), content

    def _request(self, path: str, body: object) -> bytes:
        lines = [f"Host: {self.host}:{self.port}", "Connection: close"]
        if body is None:
            return "\r\n".join([f"GET {path} HTTP/1.1", *lines, "", ""]).encode()
        content = json.dumps(body).encode()
        lines += ["X-Pingyi-Ballot: 1", "Content-Type: application/json", f"Content-Length: {len(content)}"]
        return "\r\n".join([f"POST {path} HTTP/1.1", *lines, "", ""]).encode() + content

    async def open_page(self, phone: Phone) -> None:
        """Loads the page and looks at the slip."""
        began = time.perf_counter()
        await self.ask(f"/ballot/{self.public_key}/")
        status, content = await self.ask(f"/ballot/{self.public_key}/look", {"code": phone.code})
        phone.page_seconds = time.perf_counter() - began
        if status != 200:
            raise RuntimeError(content.decode())

    async def cast(self, phone: Phone) -> None:
        """Sends the ballot once and keeps what came back; a broken connection, or half an answer, is no word."""
        began = time.perf_counter()
        try:
            status, content = await self.ask(f"/ballot/{self.public_key}/cast", phone.ballot)
            answer = json.loads(content)
        except (OSError, ValueError):
            return
        phone.seconds = time.perf_counter() - began
        if status == 200:
            phone.word = answer["receipt"]
        else:
            phone.refusal = answer.get("code", str(status))


def make_phones(codes: list[str], rows: list[int], number: int) -> list[Phone]:
    """Phones with different slips of all classes and random grades."""
    grades = ("good", "fairly_good", "average", "poor")
    chosen = random.Random(7).sample(codes, number)  # noqa: S311 (which slips vote is no secret here)
    return [Phone(code, {str(row): random.choice(grades) for row in rows}) for code in chosen]  # noqa: S311


async def cast_within(hall: Hall, phones: list[Phone], window: float) -> None:
    """Every phone sends at a random moment of the window."""

    async def one(phone: Phone) -> None:
        await asyncio.sleep(random.uniform(0, window))  # noqa: S311
        await hall.cast(phone)

    await asyncio.gather(*(one(phone) for phone in phones))
