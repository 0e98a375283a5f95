from hypothesis import given
from hypothesis import strategies as st

from pingyi.review.dutyreports.domain.merging import merge_texts
from pingyi.review.dutyreports.domain.paragraphs import paragraphs_of

lines = st.lists(st.sampled_from(["甲", "乙", "丙", "丁", "戊", ""]), max_size=7)
texts = lines.map("\n".join)


def merged(base: list[str], theirs: list[str], ours: list[str]) -> list[str]:
    found = merge_texts("\n".join(base), "\n".join(theirs), "\n".join(ours))
    assert found.is_clean
    return paragraphs_of(found.text)


def test_changes_of_different_paragraphs_come_together() -> None:
    assert merged(["一", "二", "三"], ["一改", "二", "三"], ["一", "二", "三改"]) == ["一改", "二", "三改"]
    assert merged(["一", "二"], ["一改", "二"], ["一", "二改"]) == ["一改", "二改"]
    assert merged(["一", "二", "三"], ["二", "三"], ["一", "二", "三", "四"]) == ["二", "三", "四"]


def test_paragraphs_added_at_the_same_place_are_all_kept() -> None:
    assert merged(["一"], ["一", "她的"], ["一", "我的"]) == ["一", "她的", "我的"]
    assert merged([], ["她的"], ["我的"]) == ["她的", "我的"]
    assert merged(["一"], ["一", "同样"], ["一", "同样"]) == ["一", "同样"]
    assert merged(["一"], ["一", "先存的"], ["一", "先存的", "又写的"]) == ["一", "先存的", "又写的"]


def test_an_addition_beside_a_changed_paragraph_is_no_collision() -> None:
    assert merged(["一", "二"], ["一", "加", "二"], ["一改", "二"]) == ["一改", "加", "二"]
    assert merged(["一", "二"], ["一改", "二"], ["加", "一", "二"]) == ["加", "一改", "二"]


def test_two_wordings_of_one_paragraph_are_both_handed_out() -> None:
    found = merge_texts("一\n二\n三", "一\n二她\n三", "一\n二我\n三\n四")
    assert [(one.theirs, one.ours) for one in found.collisions] == [("二她", "二我")]
    assert found.text == "一\n二她\n二我\n三\n四"


def test_who_deletes_what_another_rewords_is_asked() -> None:
    found = merge_texts("一\n二", "一", "一\n二改")
    assert [(one.theirs, one.ours) for one in found.collisions] == [("", "二改")]
    assert found.text == "一\n二改"


@given(texts, texts)
def test_who_writes_alone_is_never_asked(base: str, ours: str) -> None:
    for found in (
        merge_texts(base, base, ours),
        merge_texts(base, ours, base),
        merge_texts(base, ours, ours),
    ):
        assert found.is_clean
        assert found.text == ours


@given(lines, lines, lines)
def test_no_inserted_paragraph_is_ever_lost(base: list[str], theirs: list[str], ours: list[str]) -> None:
    kept = paragraphs_of(merge_texts(*("\n".join(one) for one in (base, theirs, ours))).text)
    for line in {*theirs, *ours} - {*base, ""}:
        assert kept.count(line) >= max(theirs.count(line), ours.count(line))


@given(lines, lines, lines)
def test_who_saves_first_makes_no_difference_to_what_is_kept(
    base: list[str], one: list[str], other: list[str]
) -> None:
    start, first, second = ("\n".join(text) for text in (base, one, other))
    there, back = merge_texts(start, first, second), merge_texts(start, second, first)
    assert there.is_clean == back.is_clean
    assert sorted(paragraphs_of(there.text)) == sorted(paragraphs_of(back.text))


@given(st.lists(st.integers(0, 9), max_size=8, unique=True), st.data())
def test_additions_alone_never_collide_and_keep_their_order(base: list[int], data: st.DataObject) -> None:
    start = [f"原{number}" for number in base]
    both = [list(start), list(start)]
    for who, text in zip("她我", both, strict=True):
        for number in range(data.draw(st.integers(0, 5))):
            text.insert(data.draw(st.integers(0, len(text))), f"{who}{number}")
    result = merged(start, *both)
    for text in (start, *both):
        assert [line for line in result if line in text] == text


def test_a_text_that_nobody_typed_does_not_hold_up_the_others() -> None:
    found = merge_texts("\n".join("甲乙" * 5_000), "\n".join("甲" * 20_000), "\n".join("乙" * 20_000))
    assert not found.is_clean
