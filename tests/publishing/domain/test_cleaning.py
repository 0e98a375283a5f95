"""What a scraped text loses and keeps."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pingyi.publishing.domain.cleaning.characters import simplified
from pingyi.publishing.domain.cleaning.clean import Cleaned, clean
from pingyi.publishing.domain.cleaning.log import Kind
from tests.publishing.labelled import labelled

NOISE = [
    *(
        "学",
        "學",
        "動",
        "東",
        "书记",
        "党委书记",
        "杨阳",
        "楊\u3000陽",
        "著",
        "沈",
        "乾",
        "吗",
        "年",
        "1",
        "12",
        "Ａ",
        "⽂",
    ),
    *(
        "，",
        ",",
        ",,",
        ",。",
        "。",
        "、",
        "！",
        "!",
        "?",
        "??",
        "...",
        "．",
        ".",
        "；",
        "：",
        ":",
        "(",
        ")",
        "“",
        "”",
    ),
    *(
        "(xué)",
        "（xùn）",
        "?xùn)|",
        "動?xùn)|北",
        "|",
        "〔",
        "缺字",
        "〕",
        "，疑为“东”",
        "\ufffd",
        "□",
        "a",
        "!,",
    ),
    *(
        "<p>",
        "</p>",
        "<br>",
        "&nbsp;",
        "&amp;",
        "lt;",
        "&lt;",
        "<",
        ">",
        "\u200b",
        "来源：",
        "责编|",
        " ",
        "\n",
        "\r\n",
    ),
]
SCRAPED = st.lists(st.sampled_from(NOISE), max_size=14).map("".join)


@pytest.mark.parametrize(
    ("scraped", "wanted"),
    [
        ("學(xué)校黨務(wù)部門負責(zé)人", "学校党务部门负责人"),
        ("各項任務（wù）", "各项任务"),
        ("人工智能(ai)与图(tu)书馆", "人工智能(ai)与图(tu)书馆"),
        ("並講話,。副書記,、校長主持,,會後測評", "并讲话。副书记、校长主持，会后测评"),
        ("共1,200人,下午14:30开始", "共1,200人，下午14:30开始"),
        ("好！！怎么办？！等等......", "好！怎么办？！等等……"),
        ("第五附属医院(第五临床医学院)党委", "第五附属医院(第五临床医学院)党委"),
        ("会议 由 党委书记 主持，讲 话。", "会议由党委书记主持，讲话。"),
        ("初审：楊 陽", "初审：杨阳"),
        ("来源：组织部   撰稿：张小三", "来源：组织部 撰稿：张小三"),
        ("<p>　会议&ldquo;开&rdquo;了</p><script>x()</script>", "会议“开”了\n"),
        ("２０２３年", "2023年"),
        ("隨著工作推進，顯著提高，著力落實，編著教材", "随着工作推进，显著提高，着力落实，编著教材"),
        ("乾部很乾淨，黨委書記鄭乾坤，沈書記", "干部很干净，党委书记郑乾坤，沈书记"),
        ("沈思同志审定。瀋阳", "沈思同志审定。沈阳"),
    ],
)
def test_noise_goes_and_the_rest_stays(scraped: str, wanted: str) -> None:
    assert clean(scraped).text == wanted


def test_a_damaged_place_is_marked_and_proposed_never_filled() -> None:
    cleaned = clean("在新時代推動?xùn)|北全面振興座談會上")
    assert cleaned.text == "在新时代推动〔缺字，疑为“东”〕北全面振兴座谈会上"
    assert [damage.proposals for damage in cleaned.damaged] == [("推动东北",)]
    assert [(change.before, change.count) for change in cleaned.changes if change.kind == Kind.DAMAGED] == [
        ("?xùn)|", 1)
    ]


def test_bytes_out_of_step_are_put_in_step_up_to_the_next_ascii_byte() -> None:
    """學 in 動學 is torn the same way, and what follows is read one byte late."""
    torn = bytes.fromhex("84d396") + b"(x\xc3\xb9n)"
    late = ("動東方".encode("gbk")[3:] + "學".encode("gbk")).decode("gbk", errors="ignore")
    scraped = torn[:2].decode("gbk") + "?xùn)" + late
    assert clean(scraped).text.startswith("动〔缺字")


@pytest.mark.parametrize("scraped", ["推动??北振兴", "推动\ufffd北振兴", "推动□北振兴", "推动?北振兴"])
def test_lost_signs_without_a_trace_are_marked_without_a_proposal(scraped: str) -> None:
    cleaned = clean(scraped)
    assert cleaned.text == "推动〔缺字〕北振兴"
    assert cleaned.damaged[0].proposals == ()


def test_a_question_stays_a_question() -> None:
    assert clean("怎么办?要实干").text == "怎么办？要实干"


def test_a_mark_in_a_cleaned_text_is_found_again() -> None:
    once = clean("推動?xùn)|北")
    assert clean(once.text).damaged == once.damaged
    assert clean(once.text).changes == ()


def test_names_and_characters_with_two_readings_are_listed_for_a_person() -> None:
    cleaned = clean("黨委書記楊大樹主持會議，隨著形勢發展。\n審核：單 紅")
    listed = {(change.kind, change.before, change.after) for change in cleaned.changes}
    assert (Kind.NAME, "楊大樹", "杨大树") in listed
    assert (Kind.NAME, "單紅", "单红") in listed
    assert (Kind.AMBIGUOUS, "著", "着") in listed


@settings(max_examples=150, deadline=None)
@given(SCRAPED)
def test_cleaning_twice_is_cleaning_once(scraped: str) -> None:
    once = clean(scraped)
    assert clean(once.text).text == once.text


@settings(max_examples=100, deadline=None)
@given(SCRAPED)
def test_no_character_disappears_unlisted(scraped: str) -> None:
    """Every Chinese character of the text is still there, or stands in something that is listed as changed."""
    cleaned = clean(scraped)
    kept = simplified(cleaned.text + "".join(change.before for change in cleaned.changes))
    assert set(re.findall("[\u4e00-\u9fff]", simplified(scraped))) <= set(kept)


@pytest.mark.parametrize("which", ["tuned", "heldout"])
def test_no_sentence_of_a_news_text_is_lost(which: str) -> None:
    for name, text, _ in labelled(which):
        cleaned = clean(text)
        assert han_of(cleaned) >= len(re.findall("[\u4e00-\u9fff]", text)) - removed_han(cleaned), name


def han_of(cleaned: Cleaned) -> int:
    return len(re.findall("[\u4e00-\u9fff]", cleaned.text))


def removed_han(cleaned: Cleaned) -> int:
    gone = (
        (change.before, change.after, change.count)
        for change in cleaned.changes
        if change.kind == Kind.MARKUP
    )
    return sum(
        len(re.findall("[\u4e00-\u9fff]", before)) * count for before, after, count in gone if before != after
    )
