"""The news of the meeting: drafted, given to three people, reviewed and proofread, published, kept as files."""

import re
from html import unescape

from pingyi.doors.cli.rehearsal.office import Page
from pingyi.doors.cli.rehearsal.play import Play, username_of

LEVELS = ("counter-1", "scrutineer", "leader")
KINDS = ("review", "proof")


def bring_out_news(play: Play, signed: int = len(LEVELS)) -> None:
    """Drafts the news and has it signed on the first `signed` levels; signed on all, it is published.

    One person reviews and reads proofs on each level: the lines 初审初校、复审复校、终审终校.
    """
    clerk = play.as_("clerk")
    shown = clerk.post(f"{play.meeting}news/", {"purpose": "", "chair_words": "", "ballot": "民主测评"})
    place = shown.address
    accounts = _accounts(play, clerk.get(f"{place}readers/"))
    names = {f"{kind}-{level}": accounts[level - 1] for level in range(1, len(LEVELS) + 1) for kind in KINDS}
    clerk.post(f"{place}readers/", names)
    clerk.post(f"{place}hand-in/")
    for role in LEVELS[:signed]:
        visitor = play.as_(role)
        version = visitor.get(place).find(r'name="version" value="(\d+)"')
        visitor.post(f"{place}sign/", {"version": version, "remark": ""})
    if signed == len(LEVELS):
        clerk.post(f"{place}publish/", {"place": f"{play.scenario.short_name}新闻网"})
        for kind in ("docx", "html"):
            play.download("新闻", clerk, f"{place}file/{kind}/")


def _accounts(play: Play, page: Page) -> list[str]:
    """The account numbers of the three, by the staff number that stands behind each name."""
    found = []
    for role in LEVELS:
        username = re.escape(username_of(play.scenario, role))
        choice = page.find(rf'<option value="(\d+)"[^>]*>[^<]*（{username}）</option>')
        found.append(unescape(choice))
    return found
