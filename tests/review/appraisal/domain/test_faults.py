"""Every fault of the input is told with its place. One table: what is written where, the path that is named."""

from typing import Any

import pytest

from pingyi.review.appraisal.domain.appraise import appraise, appraise_document
from pingyi.review.appraisal.domain.errors import InputError
from pingyi.review.appraisal.domain.parse import parse
from pingyi.review.appraisal.domain.reporter import Reporter
from pingyi.review.ballots.domain.counts import Counts
from tests.review.appraisal.domain.documents import Document, counts, document, reporter

CATEGORIES = ("rules", "categories")
REPORTERS = ("reporters",)
BALLOTS = ("reporters", 0, "ballots")

GONE = object()

SPOILT: list[tuple[tuple[Any, ...], Any, str, str]] = [
    # where it stands, what is written there, the path told, a piece of the message
    (("rules",), GONE, "rules", "缺这一项"),
    (("rules",), [], "rules", "花括号"),
    (("reporters",), GONE, "reporters", "缺这一项"),
    (("reporters",), {}, "reporters", "方括号"),
    (("rulez",), {}, "rulez", "rules、reporters"),
    *[(("rules", key), GONE, f"rules.{key}", "缺这一项") for key in document()["rules"]],
    (("rules", "rounding"), "up", "rules.rounding", "没有这一项"),
    (("rules", "grade_points"), [100, 80], "rules.grade_points", "花括号"),
    (("rules", "grade_points", "poor"), GONE, "rules.grade_points.poor", "缺这一项"),
    (("rules", "grade_points", "best"), 1, "rules.grade_points.best", "没有这一项"),
    (("rules", "grade_points", "good"), 100.0, "rules.grade_points.good", "引号"),
    (("rules", "grade_points", "good"), True, "rules.grade_points.good", "引号"),
    (("rules", "grade_points", "good"), None, "rules.grade_points.good", "引号"),
    (("rules", "grade_points", "good"), "1/3", "rules.grade_points.good", "不是十进制数"),
    (("rules", "denominator"), "cast", "rules.denominator", "valid、returned、issued"),
    (("rules", "denominator"), ["valid"], "rules.denominator", "只能写其中之一"),
    ((*CATEGORIES,), {}, "rules.categories", "方括号"),
    ((*CATEGORIES,), [], "rules.categories", "正好等于 1"),
    ((*CATEGORIES, 1), "B", "rules.categories[1]", "花括号"),
    ((*CATEGORIES, 1, "id"), GONE, "rules.categories[1].id", "缺这一项"),
    ((*CATEGORIES, 1, "id"), 2, "rules.categories[1].id", "文字"),
    ((*CATEGORIES, 1, "id"), "A", "rules.categories[1].id", "类别编号“A”写了两次。请改成不同的。"),
    ((*CATEGORIES, 1, "name"), "乙", "rules.categories[1].name", "没有这一项"),
    ((*CATEGORIES, 1, "weight"), GONE, "rules.categories[1].weight", "缺这一项"),
    ((*CATEGORIES, 1, "weight"), 0.4, "rules.categories[1].weight", "引号"),
    ((*CATEGORIES, 1, "weight"), 1, "rules.categories[1].weight", "引号"),
    ((*CATEGORIES, 1, "weight"), "-0.4", "rules.categories[1].weight", "不能是负数"),
    ((*CATEGORIES, 1, "weight"), "0.400000000000000000001", "rules.categories", "正好等于 1"),
    ((*CATEGORIES, 1, "weight"), "0.3", "rules.categories", "正好等于 1"),
    (("rules", "empty_category"), "ignore", "rules.empty_category", "redistribute、fail"),
    (("rules", "bands"), {}, "rules.bands", "方括号"),
    (("rules", "bands"), [], "rules.bands", "至少要写一个等次"),
    (("rules", "bands", 1), "fairly_good", "rules.bands[1]", "写成两项"),
    (("rules", "bands", 1), ["fairly_good"], "rules.bands[1]", "写成两项"),
    (("rules", "bands", 1), ["fairly_good", "75", "x"], "rules.bands[1]", "写成两项"),
    (("rules", "bands", 1), {"name": "x", "bound": "75"}, "rules.bands[1]", "写成两项"),
    (("rules", "bands", 1, 0), 2, "rules.bands[1][0]", "文字"),
    (("rules", "bands", 1, 0), "good", "rules.bands[1][0]", "等次名称“good”写了两次。请改成不同的。"),
    (("rules", "bands", 1, 1), 75, "rules.bands[1][1]", "引号"),
    (("rules", "bands", 1, 1), "90", "rules.bands[1][1]", "从高到低"),
    (("rules", "bands", 1, 1), "90.0", "rules.bands[1][1]", "从高到低"),
    (("rules", "bands", 2, 1), "80", "rules.bands[2][1]", "从高到低"),
    (("rules", "composite"), None, "rules.composite", "花括号"),
    (("rules", "composite", "leader"), GONE, "rules.composite.leader", "缺这一项"),
    (("rules", "composite", "bonus"), "0", "rules.composite.bonus", "没有这一项"),
    (("rules", "composite", "ballot"), 1, "rules.composite.ballot", "引号"),
    (("rules", "composite", "ballot"), "-1", "rules.composite.ballot", "不能是负数"),
    (("rules", "composite", "daily"), "-0.1", "rules.composite.daily", "不能是负数"),
    (("rules", "composite", "leader"), "-0.1", "rules.composite.leader", "不能是负数"),
    (("rules", "composite", "leader"), "0.1", "rules.composite", "正好等于 1"),
    (("rules", "composite", "ballot"), "0.9", "rules.composite", "正好等于 1"),
    (("rules", "min_non_good_share"), 0.15, "rules.min_non_good_share", "引号"),
    (("rules", "min_non_good_share"), "15%", "rules.min_non_good_share", "不是十进制数"),
    (("rules", "min_non_good_share"), "-0.1", "rules.min_non_good_share", "0 和 1 之间"),
    (("rules", "min_non_good_share"), "1.01", "rules.min_non_good_share", "0 和 1 之间"),
    (("rules", "display_decimals"), "2", "rules.display_decimals", "整数"),
    (("rules", "display_decimals"), 2.0, "rules.display_decimals", "整数"),
    (("rules", "display_decimals"), True, "rules.display_decimals", "整数"),
    (("rules", "display_decimals"), -1, "rules.display_decimals", "0 和 1000 之间"),
    (("rules", "display_decimals"), 1001, "rules.display_decimals", "0 和 1000 之间"),
    ((*REPORTERS, 0), "r1", "reporters[0]", "花括号"),
    ((*REPORTERS, 0, "id"), GONE, "reporters[0].id", "缺这一项"),
    ((*REPORTERS, 0, "id"), 1, "reporters[0].id", "文字"),
    ((*REPORTERS, 1, "id"), "r1", "reporters[1].id", "述职人编号“r1”写了两次。请改成不同的。"),
    ((*REPORTERS, 0, "score"), "99", "reporters[0].score", "没有这一项"),
    ((*REPORTERS, 0, "daily"), 92.5, "reporters[0].daily", "引号"),
    ((*REPORTERS, 0, "daily"), 92, "reporters[0].daily", "引号"),
    ((*REPORTERS, 0, "leader"), "优", "reporters[0].leader", "不是十进制数"),
    ((*BALLOTS,), None, "reporters[0].ballots", "花括号"),
    ((*BALLOTS, "C"), counts(1), "reporters[0].ballots.C", "A、B"),
    ((*BALLOTS, "C"), {}, "reporters[0].ballots.C", "A、B"),
    ((*BALLOTS, "A"), None, "reporters[0].ballots.A", "花括号"),
    *[((*BALLOTS, "A", key), GONE, f"reporters[0].ballots.A.{key}", "缺这一项") for key in counts()],
    *[((*BALLOTS, "A", key), -1, f"reporters[0].ballots.A.{key}", "不能是负数") for key in counts()],
    ((*BALLOTS, "A", "best"), 0, "reporters[0].ballots.A.best", "没有这一项"),
    ((*BALLOTS, "A", "good"), 7.0, "reporters[0].ballots.A.good", "整数"),
    ((*BALLOTS, "A", "good"), "7", "reporters[0].ballots.A.good", "整数"),
    ((*BALLOTS, "A", "good"), True, "reporters[0].ballots.A.good", "整数"),
    ((*BALLOTS, "A", "good"), None, "reporters[0].ballots.A.good", "整数"),
    ((*BALLOTS, "A", "issued"), 8, "reporters[0].ballots.A", "六栏合计 9 张，多于发出的 8 张"),
    *[
        ((*BALLOTS, "A", key), 100, "reporters[0].ballots.A", "多于发出的 9 张")
        for key in ("good", "fairly_good", "average", "poor", "unknown", "blank")
    ],
]


def spoil(sound: Document, place: tuple[Any, ...], written: Any) -> Document:
    """The document with one value replaced, added or taken away."""
    holder: Any = sound
    for key in place[:-1]:
        holder = holder[key]
    if written is GONE:
        del holder[place[-1]]
    else:
        holder[place[-1]] = written
    return sound


def sound_document() -> Document:
    """Two reporters, nothing wrong."""
    return document(
        reporter("r1", A=counts(7, 1, 0, 0, unknown=1), B=counts(3, 2)),
        reporter("r2", A=counts(1), B=counts(1)),
    )


def fault_of(written: object) -> InputError:
    """The fault that the appraisal finds."""
    with pytest.raises(InputError) as caught:
        appraise_document(written)
    return caught.value


@pytest.mark.parametrize(("place", "written", "path", "words"), SPOILT)
def test_a_fault_is_told_with_its_place(place: tuple[Any, ...], written: Any, path: str, words: str) -> None:
    fault = fault_of(spoil(sound_document(), place, written))
    assert fault.path == path
    assert words in fault.message
    assert fault.message.endswith("。")
    assert (fault.code, fault.field) == ("appraisal.input", path)


@pytest.mark.parametrize("written", [None, [], "rules", 1, 1.5, True])
def test_a_document_must_be_an_object(written: object) -> None:
    assert fault_of(written).path == ""


def test_the_first_fault_in_the_order_of_the_contract_is_told() -> None:
    broken = sound_document()
    broken["reporters"][0]["daily"] = 1.5
    broken["rules"]["display_decimals"] = "2"
    broken["rules"]["categories"][0]["weight"] = 0.6
    broken["rules"] = dict(reversed(broken["rules"].items()))
    assert fault_of(dict(reversed(broken.items()))).path == "rules.categories[0].weight"


def test_faults_of_a_value_come_before_faults_between_values() -> None:
    broken = spoil(sound_document(), ("rules", "categories", 1, "weight"), "0.3")
    assert fault_of(spoil(broken, ("rules", "display_decimals"), 2.5)).path == "rules.display_decimals"
    assert fault_of(spoil(broken, ("rules", "display_decimals"), 2)).path == "rules.categories"


def test_a_name_outside_comes_before_the_values_inside() -> None:
    broken = spoil(sound_document(), ("rules", "extra"), 1)
    assert fault_of(spoil(broken, ("rules", "denominator"), 5)).path == "rules.extra"


def test_an_empty_category_fails_when_the_rules_say_so() -> None:
    broken = document(reporter("王", A=counts(1), B=counts(unknown=2)), empty_category="fail")
    fault = fault_of(broken)
    assert fault.path == "reporters[0].ballots.B"
    assert "“王”" in fault.message
    assert "“B”" in fault.message


def test_a_category_that_a_reporter_lacks_is_empty_too() -> None:
    broken = document(
        reporter("r1", A=counts(1), B=counts(1)), reporter("r2", A=counts(1)), empty_category="fail"
    )
    assert fault_of(broken).path == "reporters[1].ballots.B"


def test_an_empty_category_fails_even_when_the_ballot_has_no_weight() -> None:
    broken = document({**reporter(), "daily": "90"}, empty_category="fail")
    broken["rules"]["composite"] = {"ballot": "0", "daily": "1", "leader": "0"}
    assert fault_of(broken).path == "reporters[0].ballots.A"


def test_an_empty_category_without_weight_never_fails() -> None:
    weights = [{"id": "A", "weight": "1"}, {"id": "B", "weight": "0"}]
    sound = document(reporter("r1", A=counts(1)), categories=weights, empty_category="fail")
    answer: Any = appraise_document(sound)
    assert answer["reporters"][0]["score"] == "100/1"


@pytest.mark.parametrize("part", ["daily", "leader"])
def test_a_mark_with_weight_must_be_there(part: str) -> None:
    composite = {"ballot": "0.5", "daily": "0", "leader": "0", part: "0.5"}
    broken = document({**reporter("r1"), "daily": "9", "leader": "9"}, {"id": "r2"}, composite=composite)
    fault = fault_of(broken)
    assert fault.path == f"reporters[1].{part}"
    assert "“r2”" in fault.message


def test_the_missing_daily_mark_comes_before_the_leaders() -> None:
    broken = document({"id": "r1"}, composite={"ballot": "0", "daily": "0.5", "leader": "0.5"})
    assert fault_of(broken).path == "reporters[0].daily"


def test_other_code_cannot_slip_in_an_unknown_category() -> None:
    rules, _ = parse(document())
    with pytest.raises(InputError) as caught:
        appraise(rules, [Reporter(id="r1", ballots={}), Reporter(id="r2", ballots={"C": Counts()})])
    assert caught.value.path == "reporters[1].ballots.C"
    assert "“C”" in caught.value.message
