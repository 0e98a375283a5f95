from hypothesis import given, settings
from hypothesis import strategies as st

from pingyi.review.meetings.domain.numbered import Level, split_requirements, suggest_level
from tests.review.meetings import speeches

speech_signs = st.lists(
    st.sampled_from(
        [
            "一是",
            "二是",
            "三是",
            "四是",
            "一要",
            "二要",
            "统一是",
            "第一",
            "抓党建",
            "。",
            "；",
            "，",
            "\n",
            " ",
        ]
    ),
    max_size=30,
).map("".join)


def without_space(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None)
@given(speech_signs)
def test_no_sign_of_a_speech_is_lost(text: str) -> None:
    parts = split_requirements(text)
    joined = parts.lead + "".join(parts.requirements) + parts.rest
    assert without_space(joined) == without_space(text)


def test_three_requirements_for_all_are_found() -> None:
    parts = split_requirements(speeches.text_of(speeches.TO_ALL_LEAD, speeches.TO_ALL, speeches.TO_ALL_REST))
    assert parts.requirements == speeches.TO_ALL
    assert (parts.lead, parts.rest) == (speeches.TO_ALL_LEAD, speeches.TO_ALL_REST)
    assert [suggest_level(text) for text in parts.requirements] == [Level.ALL, Level.ALL, Level.ALL]


def test_three_requirements_by_level_are_found_and_addressed() -> None:
    text = speeches.text_of(speeches.BY_LEVEL_LEAD, speeches.BY_LEVEL, speeches.BY_LEVEL_REST)
    parts = split_requirements(text)
    assert parts.requirements == speeches.BY_LEVEL
    assert (parts.lead, parts.rest) == (speeches.BY_LEVEL_LEAD, speeches.BY_LEVEL_REST)
    assert [suggest_level(text) for text in parts.requirements] == [
        Level.HOSPITAL,
        Level.COLLEGE,
        Level.BRANCH,
    ]


def test_requirements_in_paragraphs_of_their_own_are_found() -> None:
    parts = split_requirements("提三点要求\n一是抓学习。\n补一句。\n二是抓支部\n\n以上请落实")
    assert parts.lead == "提三点要求"
    assert parts.requirements == ("一是抓学习。\n补一句。", "二是抓支部")
    assert parts.rest == "以上请落实"


def test_numbers_inside_a_requirement_do_not_cut_it() -> None:
    parts = split_requirements("一要抓学习，一是读原著，二是讲党课。二要抓支部。")
    assert parts.requirements == ("一要抓学习，一是读原著，二是讲党课。", "二要抓支部。")


def test_words_that_look_like_numbers_do_not_cut() -> None:
    assert split_requirements("统一是关键。第一要务是发展。").requirements == ()


def test_a_missing_number_stops_the_list() -> None:
    assert split_requirements("一是学。三是干。").requirements == ("一是学。三是干。",)


def test_a_speech_without_numbers_is_all_lead() -> None:
    parts = split_requirements(" 希望大家抓好整改。\n会后报清单。 ")
    assert parts.lead == "希望大家抓好整改。\n会后报清单。"
    assert (parts.requirements, parts.rest) == ((), "")
