"""The facts of both reference reviews, fed in, come out again: read back by the reader of old news, and word for word.

What the reports tell of persons and places is made up here; all the rest is theirs.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from pingyi.doors.cli.scenarios.scenario import Scenario
from pingyi.doors.cli.scenarios.seed_a import SEED_A
from pingyi.doors.cli.scenarios.seed_b import SEED_B
from pingyi.publishing.domain.drafting.compose import compose
from pingyi.publishing.domain.drafting.credits import MARKS, CreditScheme, credits_of
from pingyi.publishing.domain.drafting.draft import credit_lines
from pingyi.publishing.domain.drafting.dual_names import with_dual_name
from pingyi.publishing.domain.drafting.facts import Demand, NewsFacts, Official, Spoken
from pingyi.publishing.domain.proofing.formulas import default_text, parse
from pingyi.publishing.domain.proofing.read_proof import Known, read_proof
from pingyi.publishing.domain.proofing.titles import Ranked
from pingyi.publishing.domain.reading.news import KEYS, read
from pingyi.publishing.domain.reviewing.steps import Kind, Step
from tests.publishing.seed_words import SEED_A_WORDS, SEED_B_WORDS, Told

PRESIDENT, SECRETARY = "江远树", "林晓棠"


@dataclass(frozen=True)
class Case:
    scenario: Scenario
    told: Told
    scheme: CreditScheme
    source: str
    names: dict[Step, str]


def _both(first: str, second: str, third: str) -> dict[Step, str]:
    return {
        Step(kind, level): name for level, name in enumerate((first, second, third), start=1) for kind in Kind
    }


CASES = {
    "seed-a": Case(SEED_A, SEED_A_WORDS, CreditScheme.THREE_STEPS, "", _both("沈亭", "方圆", "何晓薇")),
    "seed-b": Case(
        SEED_B, SEED_B_WORDS, CreditScheme.SOURCE_TO_APPROVER, "党委宣传部", _both("苏木", "方圆", "何晓薇")
    ),
}


def facts_of(case: Case) -> NewsFacts:
    scenario, told = case.scenario, case.told
    chair = Official(scenario.chair_title, SECRETARY if scenario.is_one_person else PRESIDENT)
    is_named = scenario.key == "seed-b"
    return NewsFacts(
        year=scenario.year,
        held_on=scenario.held_at.date(),
        part_of_day="下午" if is_named else "",
        convenor="学校党委",
        meeting=scenario.meeting,
        purpose=told.purpose,
        chair=chair,
        commentator=Official(scenario.commentator_title, SECRETARY),
        commented=len(scenario.on_site),
        attendees=told.attendees,
        on_site=len(scenario.on_site),
        # The first report names no organisation and gives no number of those in writing.
        organisations=tuple(with_dual_name(one.name, one.dual_names) for one in scenario.on_site)
        if is_named
        else (),
        written=len(scenario.written) if is_named else None,
        has_written=True,
        speech=Spoken(told.before, tuple(Demand(text, level) for level, text in told.demands), told.after),
        chair_words=told.chair_words,
        ballot=told.ballot,
        voted_on=told.voted_on,
    )


def credits_in(case: Case) -> tuple[str, ...]:
    found = credits_of(case.scheme, source=case.source, writer="苏木", names=case.names)
    return credit_lines(found, MARKS[case.scheme])


EXPECTED: dict[str, dict[str, Any]] = {
    "seed-a": {
        "year": 2023,
        "date": "1月20日",
        "convenor": "学校党委",
        "chair": PRESIDENT,
        "commentator": SECRETARY,
        "same_chair_and_commentator": False,
        "on_site": 9,
        "written": None,
        "organisations_on_site": None,
        "attendee_categories": [
            "党委委员",
            "直属党组织书记",
            "党务部门负责人",
            "“两代表一委员”",
            "党员教师代表",
        ],
        "requirements": [
            "提高政治站位，认真履行管党治党的主体责任",
            "提升工作本领，切实增强基层党组织的政治功能和组织功能",
            "以党建聚势赋能，着力推动学校各项事业高质量发展",
        ],
        "ballot": "测评",
        "credits": [
            {"role": "初审初校", "name": "沈亭"},
            {"role": "复审复校", "name": "方圆"},
            {"role": "终审终校", "name": "何晓薇"},
        ],
    },
    "seed-b": {
        "year": 2023,
        "date": "1月19日",
        "convenor": "学校党委",
        "chair": SECRETARY,
        "commentator": SECRETARY,
        "same_chair_and_commentator": True,
        "on_site": 7,
        "written": 27,
        "organisations_on_site": [
            "护理学院党委",
            "医学工程技术学院党委",
            "马克思主义学院党总支",
            "研究生学院党总支",
            "第五附属医院（第五临床医学院）党委",
            "第七附属医院（第七临床医学院）党委",
            "保卫处派出所党总支",
        ],
        "attendee_categories": list(SEED_B_WORDS.attendees),
        "requirements": [
            "当好附属医院党委书记，充分发挥医院党委的领导作用",
            "当好学院党委（总支）书记，充分发挥学院党委（总支）的政治核心和保证监督作用",
            "当好基层党支部书记，充分发挥党支部的战斗堡垒作用",
        ],
        "ballot": "民主评议",
        "credits": [
            {"role": "来源", "name": "党委宣传部"},
            {"role": "图文", "name": "苏木"},
            {"role": "责编", "name": "苏木"},
            {"role": "审定", "name": "何晓薇"},
        ],
    },
}


@pytest.mark.parametrize("key", CASES)
def test_every_fact_read_back_from_the_draft_is_the_one_fed_in(key: str) -> None:
    case = CASES[key]
    draft = compose(facts_of(case))
    news = read("\n".join((draft.text, *credits_in(case))))
    assert {name: getattr(news, name) for name in KEYS} == EXPECTED[key]


@pytest.mark.parametrize("key", CASES)
def test_every_thing_that_the_report_names_stands_in_the_draft(key: str) -> None:
    case = CASES[key]
    draft = compose(facts_of(case))
    assert [said for said in case.told.literal if said not in draft.text] == []


@pytest.mark.parametrize("key", CASES)
def test_the_draft_leaves_no_place_open_and_gives_the_proof_reader_nothing_to_do(key: str) -> None:
    case = CASES[key]
    facts = facts_of(case)
    people = (
        Ranked(SECRETARY, (case.scenario.commentator_title,), 1),
        Ranked(PRESIDENT, ("党委副书记、校长",), 2),
    )
    known = Known(facts, people, parse(default_text()))
    assert read_proof(compose(facts).text, known) == []


@pytest.mark.parametrize("key", CASES)
def test_no_sentence_stands_without_its_facts(key: str) -> None:
    draft = compose(facts_of(CASES[key]))
    assert all(sentence.keys for sentence in draft.sentences)
    assert "".join(one.text for one in draft.sentences[1:]) == draft.text.replace("\n", "")
