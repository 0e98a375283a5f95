from hypothesis import given, settings
from hypothesis import strategies as st

from pingyi.review.meetings.domain.sentences import as_statement, split_sentences

COMMENT = (
    "护理学院党委抓支部规范化有办法，五个教工支部全部完成换届。实习点临时支部两年没有解决组织生活问题；"
    "发展党员计划完成不到一半！下一步要把责任压到支部书记？会后一周拿出清单"
)
signs = st.text(alphabet="甲乙丙12 。！？；，：“”‘’（）《》的\n\u3000\t.!?;…", max_size=60)


def without_space(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None)
@given(signs)
def test_no_sign_of_the_text_is_lost(text: str) -> None:
    assert "".join(without_space(part) for part in split_sentences(text)) == without_space(text)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_sign_of_any_text_is_lost(text: str) -> None:
    assert "".join(without_space(part) for part in split_sentences(text)) == without_space(text)


@settings(deadline=None)
@given(signs)
def test_cutting_a_sentence_again_changes_nothing(text: str) -> None:
    parts = split_sentences(text)
    assert all(part == part.strip() and part for part in parts)
    assert all(any(sign.isalnum() for sign in part) for part in parts[1:])


def test_a_comment_is_cut_at_full_stops_and_semicolons() -> None:
    assert split_sentences(COMMENT) == [
        "护理学院党委抓支部规范化有办法，五个教工支部全部完成换届。",
        "实习点临时支部两年没有解决组织生活问题；",
        "发展党员计划完成不到一半！",
        "下一步要把责任压到支部书记？",
        "会后一周拿出清单",
    ]


def test_line_breaks_end_a_sentence() -> None:
    text = "肯定：班子团结\n\n  问题：党课没有换过题目\r\n"
    assert split_sentences(text) == ["肯定：班子团结", "问题：党课没有换过题目"]


def test_a_quotation_with_semicolons_stays_whole() -> None:
    text = "要牢记“其身正，不令而行；其身不正，虽令不从。”的道理，加强个人修养。敢于担当。"
    assert split_sentences(text) == [
        "要牢记“其身正，不令而行；其身不正，虽令不从。”的道理，加强个人修养。",
        "敢于担当。",
    ]


def test_a_quotation_that_ends_the_sentence_ends_it() -> None:
    assert split_sentences("他说：“下学期一定补上。”会后要看结果。") == [
        "他说：“下学期一定补上。”",
        "会后要看结果。",
    ]
    assert split_sentences("他说：“下学期一定补上。”") == ["他说：“下学期一定补上。”"]


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rest() -> None:
    assert split_sentences("“三会一课不全。主题党日也少。") == ["“三会一课不全。", "主题党日也少。"]


def test_brackets_inside_brackets_close_in_turn() -> None:
    whole = "医院（临床（附属）医学院；两块牌子）。"
    assert split_sentences(f"{whole}好。") == [whole, "好。"]


def test_repeated_marks_stay_with_their_sentence() -> None:
    assert split_sentences("真的做了吗？！……没有。。") == ["真的做了吗？！……", "没有。。"]


def test_marks_alone_join_the_sentence_before_them() -> None:
    assert split_sentences("做得不够。\n——") == ["做得不够。——"]
    assert split_sentences("。") == ["。"]


def test_an_empty_text_has_no_sentence() -> None:
    assert split_sentences(" \n\u3000") == []


def test_a_sentence_on_a_list_ends_with_a_full_stop() -> None:
    sentences = ["没有解决；", "没有解决", "没有解决。", "没有解决？", "说“没有解决。”", "，"]
    assert [as_statement(sentence) for sentence in sentences] == [
        "没有解决。",
        "没有解决。",
        "没有解决。",
        "没有解决？",
        "说“没有解决。”",
        "",
    ]
