"""What the ledgers say of a claim: with the facts of `world_of_claims`."""

from datetime import date

import pytest

from pingyi.organisations.domain.facts import Fact, Span
from pingyi.review.evidence.domain.claims import Passage, ReportText, claims_of
from pingyi.review.evidence.domain.verdict import CheckedClaim, Verdict, ground_of, judged, tally
from pingyi.review.evidence.domain.vocabulary import Vocabulary
from tests.review.evidence.measuring import KNOWN, LABELS, checked
from tests.review.evidence.world_of_claims import FACTS, YEAR


def only(text: str) -> CheckedClaim:
    return checked(text)[-1]


def against(text: str, **stated: tuple[int, int | None]) -> CheckedClaim:
    """The last claim, where only these facts are stated; `__` stands for the point."""
    facts = [
        Fact(YEAR, 1, code.replace("__", "."), value, "台账", out_of)
        for code, (value, out_of) in stated.items()
    ]
    report = ReportText(1, 2025, (Passage("1", text),))
    ground = ground_of(1, facts, KNOWN)
    return judged(claims_of(report, Vocabulary(tuple(KNOWN.values())))[-1], ground)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("支委会158次。", "S"),
        ("支委会161次。", "S"),
        ("支委会162次。", "C"),
        ("支委会至少160次。", "S"),
        ("支委会至少170次。", "C"),
        ("支委会约150次。", "S"),
        ("支委会约200次。", "C"),
        ("支委会应开168次。", "S"),
        ("支委会应开170次。", "C"),
        ("支部书记例会应开12次。", "N"),
        ("全院共有党员312人。", "S"),
        ("全院共有党员300人。", "C"),
        ("补记5条。", "C"),
        ("补记12条。", "S"),
        ("支委会完成158/168。", "S"),
        ("支委会完成158/160。", "C"),
        ("支部书记例会完成7/12。", "N"),
        ("支委会完成率94%。", "S"),
        ("支委会完成率94.1%。", "C"),
        ("支委会完成率94.0%。", "S"),
        ("支委会完成率达到94%以上。", "S"),
        ("支委会完成率达到95%以上。", "C"),
        ("支委会完成率约90%。", "S"),
        ("支委会完成九成。", "S"),
        ("支委会完成八成。", "C"),
        ("支委会完成三分之二。", "C"),
        ("党员大会全覆盖。", "S"),
        ("支委会全覆盖。", "C"),
        ("支部书记例会全覆盖。", "N"),
        ("每月召开支委会。", "C"),
        ("按季召开党员大会。", "S"),
        ("每月召开党员大会。", "N"),
        ("每月召开支委会两次。", "C"),
        ("每季召开支委会两次。", "N"),
        ("每月召开支部书记例会。", "C"),
        ("每季度召开支部书记例会。", "N"),
        ("每月开展组织生活会。", "N"),
        ("整改没有反弹。", "S"),
        ("整改没有逾期。", "C"),
        ("召开了组织生活会。", "S"),
    ],
)
def test_verdicts(text: str, label: str) -> None:
    assert LABELS[only(text).verdict] == label


def test_fewer_than_recorded_is_supported_and_says_so() -> None:
    found = only("支委会150次。")
    assert (found.verdict, found.remark) == (Verdict.SUPPORTED, "台账里更多。")


def test_a_number_of_times_is_held_against_the_records_and_not_against_the_quarters_covered() -> None:
    full, six = (6, 6), (6, None)
    found = against(
        "党员大会60次。", orglife__members_meeting__done=full, orglife__members_meeting__records=six
    )
    assert found.verdict is Verdict.CONTRADICTED
    assert found.fact is not None
    assert (found.fact.measure, found.fact.out_of) == ("orglife.members_meeting.records", None)


def test_a_quarterly_rhythm_of_which_only_the_number_is_known_is_not_borne_out() -> None:
    found = against("支部书记工作例会每季度一次。", orglife__secretaries__held=(9, None))
    assert (found.verdict, found.remark) == (Verdict.NO_RECORD, "台账只记次数，是不是每期都开，对不出来。")


def test_a_ledger_begun_in_autumn_does_not_refute_a_whole_year() -> None:
    autumn = Span(date(2025, 10, 9), date(2025, 12, 31))
    (claim,) = claims_of(
        ReportText(1, 2025, (Passage("1", "召开支委会24次。"),)), Vocabulary(tuple(KNOWN.values()))
    )
    fact = Fact(autumn, 1, "orglife.committee.records", 1, "台账")
    found = judged(claim, ground_of(1, [fact], KNOWN))
    assert (found.verdict, found.remark) == (Verdict.NO_RECORD, "台账2025-10-09起才有，对不了全年。")


def test_a_verdict_names_the_fact_with_its_denominator_and_source() -> None:
    found = only("支委会全覆盖。")
    assert found.fact is not None
    assert found.measure is not None
    assert (found.fact.value, found.fact.out_of) == (158, 168)
    assert found.measure.title == "支委会，按月"


@pytest.mark.parametrize(
    "text", ["支委会12次。", "支委会全覆盖。", "每月召开支委会两次。", "每月召开支委会。", "召开了支委会。"]
)
def test_a_ledger_in_which_nothing_was_written_contradicts_nobody(text: str) -> None:
    found = against(text, orglife__committee__done=(0, 12), orglife__committee__records=(0, None))
    assert found.verdict is Verdict.NO_RECORD


def test_problems_that_are_counted_are_known_even_when_none_is_solved() -> None:
    assert against("去年指出的问题全部销号。", problems__closed=(0, 3)).verdict is Verdict.CONTRADICTED
    assert against("去年指出的问题销号2个。", problems__closed=(0, 3)).verdict is Verdict.CONTRADICTED


def test_of_several_together_the_one_that_lacks_decides_and_an_unwritten_one_leaves_it_open() -> None:
    whole, part, none = (12, 12), (10, 12), (0, 12)
    text = "三会一课全覆盖。"
    assert (
        against(text, orglife__committee__done=part, orglife__group__done=none).verdict
        is Verdict.CONTRADICTED
    )
    assert (
        against(text, orglife__committee__done=whole, orglife__group__done=none).verdict is Verdict.NO_RECORD
    )
    assert against(text, orglife__committee__done=whole).verdict is Verdict.SUPPORTED


def test_twice_a_month_is_not_proved_by_a_sum() -> None:
    assert against(
        "每月召开支委会两次。", orglife__committee__done=(12, 12), orglife__committee__records=(30, None)
    ).verdict is (Verdict.NO_RECORD)


def test_facts_of_others_of_unknown_measures_and_stated_twice_say_nothing() -> None:
    mine = Fact(YEAR, 1, "orglife.committee.records", 12, "台账")
    other = Fact(YEAR, 2, "orglife.committee.done", 12, "台账")
    strange = Fact(YEAR, 1, "strange.code", 12, "台账")
    assert set(ground_of(1, [mine, other, strange], KNOWN).facts) == {"orglife.committee.records"}
    assert not ground_of(1, [mine, mine], KNOWN).facts


def test_the_counts_of_all_verdicts_make_the_total() -> None:
    counts = tally(checked("支委会158次、党员大会90次。发展党员3人。"))
    assert (counts.supported, counts.contradicted, counts.no_record, counts.total) == (1, 1, 1, 3)
    assert len(FACTS) == 29
