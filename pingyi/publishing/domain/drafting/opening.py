"""The first paragraphs: what was held, who chaired and commented, who came, who reported how."""

from collections.abc import Iterator

from pingyi.publishing.domain.drafting.draft import Sentence, filled
from pingyi.publishing.domain.drafting.facts import Key, NewsFacts, Official, day_words, joined

REPORTED = "党组织书记"


def title(facts: NewsFacts) -> Sentence:
    """某某党委召开2023年度…述职评议会."""
    convenor, meeting = filled(facts.convenor, Key.CONVENOR), filled(facts.meeting_name, Key.MEETING)
    return Sentence(f"{convenor}召开{meeting}", (Key.CONVENOR, Key.MEETING, Key.YEAR))


def held(facts: NewsFacts) -> Iterator[Sentence]:
    """The lead: day, convenor, meeting; the roles; who came."""
    day = filled(day_words(facts.held_on, facts.part_of_day) if facts.held_on else "", Key.DATE)
    convenor, meeting = filled(facts.convenor, Key.CONVENOR), filled(facts.meeting_name, Key.MEETING)
    year = "" if facts.year else filled("", Key.YEAR)
    purpose = f"，{_bare(facts.purpose)}" if facts.purpose else ""
    keys = (Key.DATE, Key.CONVENOR, Key.YEAR, Key.MEETING)
    yield Sentence(
        f"{day}，{convenor}召开{year}{meeting}{purpose}。", (*keys, Key.PURPOSE) if purpose else keys
    )
    yield from _roles(facts)
    yield Sentence(f"{filled(joined(facts.attendees), Key.ATTENDEES)}参加会议。", (Key.ATTENDEES,))


def reported(facts: NewsFacts) -> Iterator[Sentence]:
    """How people reported, and which organisations on site."""
    if facts.has_both_ways:
        yield Sentence("会议采用现场述职和书面述职相结合的方式进行。", (Key.METHOD,))
    number = filled(str(facts.on_site or ""), Key.ON_SITE)
    if facts.organisations:
        on_site = f"{joined(facts.organisations, '和')}等{number}个党组织的书记作了现场述职"
    else:
        on_site = f"{number}个{REPORTED}进行现场述职"
    keys = (Key.ON_SITE, Key.ORGANISATIONS) if facts.organisations else (Key.ON_SITE,)
    if facts.written:
        yield Sentence(f"{on_site}，其余{facts.written}名{REPORTED}作书面述职。", (*keys, Key.WRITTEN))
    elif facts.has_written:
        yield Sentence(f"{on_site}，其他{REPORTED}采取书面述职。", (*keys, Key.METHOD))
    else:
        yield Sentence(f"{on_site}。", keys)


def _roles(facts: NewsFacts) -> Iterator[Sentence]:
    spoke = "并讲话" if facts.speech.is_recorded else ""
    chair = filled(_named(facts.chair), Key.CHAIR)
    commentator = filled(_named(facts.commentator), Key.COMMENTATOR)
    if facts.is_one_person:
        yield Sentence(f"{chair}主持会议{spoke}。", (Key.CHAIR,))
        yield Sentence(_commented(facts, facts.commentator.name), (Key.COMMENTATOR, Key.COMMENTS))
        return
    comment = _commented(facts, commentator).removesuffix("。")
    yield Sentence(f"{comment}{spoke}。", (Key.COMMENTATOR, Key.COMMENTS))
    yield Sentence(f"{chair}主持会议。", (Key.CHAIR,))


def _commented(facts: NewsFacts, who: str) -> str:
    """One by one only where every report on site has its finished comment."""
    if not facts.commented:
        return f"{who}点评：{filled('', Key.COMMENTS)}。"
    if facts.commented == facts.on_site:
        return f"{who}逐一点评现场述职{REPORTED}。"
    return f"{who}点评{facts.commented}名现场述职{REPORTED}。"


def _named(official: Official) -> str:
    return f"{official.title}{official.name}" if official.is_known else ""


def _bare(text: str) -> str:
    return text.strip().strip("，。；")
