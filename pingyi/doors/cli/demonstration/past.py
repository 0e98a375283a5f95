"""The year before, entered from an old news text as a clerk would: so that the demonstration shows what comes of it."""

import re
from html.parser import HTMLParser

from pingyi.doors.cli.rehearsal.office import Page
from pingyi.doors.cli.rehearsal.play import Play
from pingyi.doors.cli.rehearsal.stages.rectification import offered
from pingyi.doors.cli.scenarios.words import Words

NEW = "/office/past/new/"
# As pages of that time were scraped: Traditional script, readings in brackets, doubled marks, one torn character.
OLD_NEWS = """\
1月18日下午,學(xué)校黨委召開{year}年度黨組織書記抓基層黨建工作述職評議會,。校黨委書記江遠樹主持會議并講話,。
{units}等{count}個二級黨組織的書記作了現(xiàn)場述職發(fā)言,,其余二級黨組織書記作書面述職,。江遠樹對現(xiàn)場述職情況逐一點評,。
江遠樹對抓好基層黨建工作提出兩點要求,。一是壓實責(zé)任,,把主責(zé)主業(yè)扛在肩上,。要認真學(xué)習(xí)推動?xùn)|北全面振興的經(jīng)驗,。二是補齊短板,,把支部建設(shè)抓在日常,。
述職結(jié)束后,與會人員進行了民主測評,。
校黨委委員,、各二級黨組織書記,、機關(guān)部門負責(zé)人,、黨員代表參加會議,。
供稿:黨委組織部 撰稿:凌 波
"""
SPOKE_THEN = 3
NOTHING_NAMED = 2
PROBLEM = re.compile(r'href="/office/problems/(\d+)/"')


def enter_past_review(play: Play) -> str:
    """Hands the text in, settles the torn character, confirms what was read unchanged. The address of that year's list
    of problems."""
    waiting = [unit.name for unit in play.scenario.units if not unit.is_on_site][:SPOKE_THEN]
    text = OLD_NEWS.format(year=play.scenario.year - 1, units="、".join(waiting), count=len(waiting))
    clerk = play.as_("clerk")
    checked = fields_of(clerk.upload(NEW, "往年新闻.txt", text.encode("gb18030"), {"step": "clean"}))
    read = fields_of(clerk.post(NEW, {**checked, "damage-0": "东", "step": "read"}))
    confirmed = clerk.post(NEW, {**read, "step": "confirm"})
    return confirmed.find(r'class="btn noprint" href="(/office/cycles/\d+/problems/)"')


def name_old_problems(play: Play, old_list: str) -> None:
    """What was named to those who speak now, a year ago: to two of three of them, and every second one claims it."""
    clerk, words = play.as_("clerk"), Words(play.scenario.first_number)
    shown = clerk.get(old_list)
    for place, unit in enumerate(play.scenario.on_site):
        if place % 3 == NOTHING_NAMED:
            continue
        fields = {
            "organisation": offered(shown, unit),
            "text": words.problem(),
            "source": "inspection",
            "source_note": f"{play.scenario.year - 1}年度督查",
        }
        clerk.send(f"{old_list}add/", fields)
        before, shown = set(PROBLEM.findall(shown.html)), clerk.get(old_list)
        if place % 2:
            (number,) = set(PROBLEM.findall(shown.html)) - before
            play.secretary(unit).send(f"/office/problems/{number}/claim/")


def fields_of(page: Page) -> dict[str, str]:
    """What a browser would send if nothing were touched: inputs, text areas, selected options."""
    reader = _FormReader()
    reader.feed(page.html)
    return reader.fields


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._area = self._choice = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        name = found.get("name", "")
        if tag == "input" and name and found.get("type") not in ("radio", "checkbox", "file"):
            self.fields[name] = found.get("value", "")
        elif tag == "textarea":
            self._area = name
            self.fields[name] = ""
        elif tag == "select":
            self._choice = name
        elif tag == "option" and self._choice and ("selected" in found or self._choice not in self.fields):
            self.fields[self._choice] = found.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")
            self._area = ""
        elif tag == "select":
            self._choice = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data
