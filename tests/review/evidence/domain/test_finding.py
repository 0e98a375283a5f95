from pingyi.review.evidence.domain.claim import Claim, Shape
from pingyi.review.evidence.domain.claims import Passage
from pingyi.review.evidence.domain.clauses import whole_sentences
from pingyi.review.evidence.domain.finding import Finding, finding_in, place_of, stands_in

PASSAGES = [
    Passage("section-1", "获市级表彰。  走访企业5家；\n\n发展党员21人"),
    Passage("section-2", "没有。"),
]


def test_a_text_is_cut_into_the_sentences_that_claims_quote() -> None:
    assert whole_sentences(PASSAGES[0].text) == {"获市级表彰。", "走访企业5家；", "发展党员21人"}
    assert whole_sentences(" \n ") == set()


def test_a_sentence_stands_in_a_report_letter_by_letter_in_its_own_part() -> None:
    assert stands_in(PASSAGES, ("section-1", "获市级表彰。"))
    assert not stands_in(PASSAGES, ("section-2", "获市级表彰。"))
    assert not stands_in(PASSAGES, ("section-1", "获市级表彰"))
    assert not stands_in(PASSAGES, ("section-3", ""))


def test_claims_of_one_sentence_share_its_place() -> None:
    first = Claim("section-1", 0, 3, "21人", "发展党员21人，走访5家。", Shape.COUNT)
    second = Claim("section-1", 4, 6, "5家", "发展党员21人，走访5家。", Shape.COUNT)
    assert place_of(first) == place_of(second) == ("section-1", "发展党员21人，走访5家。")


def test_only_two_findings_are_known() -> None:
    assert finding_in("verified") is Finding.VERIFIED
    assert finding_in("disputed") is Finding.DISPUTED
    assert finding_in("") is None
