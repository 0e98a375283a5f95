"""What is read out of old news: the labelled texts, key by key, and the places where a wrong value would be easy."""

from typing import Any

import pytest

from pingyi.publishing.domain.cleaning.clean import clean
from pingyi.publishing.domain.reading.news import KEYS, News, read
from tests.publishing.labelled import labelled

TUNED = list(labelled("tuned"))


def read_raw(text: str) -> News:
    return read(clean(text).text)


@pytest.mark.parametrize(("name", "text", "label"), TUNED, ids=[name for name, _, _ in TUNED])
def test_a_news_text_says_what_its_label_says(name: str, text: str, label: dict[str, Any]) -> None:
    news = read_raw(text).as_document()
    assert {key: news[key] for key in KEYS if news[key] is not None} == label


@pytest.mark.parametrize("which", ["tuned", "heldout"])
def test_every_fact_has_its_sentence_in_the_cleaned_text(which: str) -> None:
    for name, text, _ in labelled(which):
        cleaned = clean(text).text
        news = read(cleaned)
        said = {key for key in KEYS if getattr(news, key) is not None}
        assert set(news.evidence) == said, name
        assert all(sentence and sentence in cleaned for sentence in news.evidence.values()), name


def test_heldout_texts_give_hardly_a_wrong_value() -> None:
    """Texts that were not looked at while the rules were written."""
    right = wrong = 0
    for _, text, label in labelled("heldout"):
        news = read_raw(text)
        for key in KEYS:
            value = getattr(news, key)
            if value is not None:
                right, wrong = (right + 1, wrong) if value == label.get(key) else (right, wrong + 1)
    assert right / (right + wrong) >= 0.9


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("各党组织书记进行现场述职，其他党组织书记书面述职。", "on_site"),
        ("20余名书记进行现场述职。", "on_site"),
        ("第一场9位书记现场述职，第二场8位书记现场述职。", "on_site"),
        ("1月3日，学校党委召开基层党组织书记述职评议会。", "year"),
        ("近日，学校党委召开2023年度述职评议会。", "date"),
        ("述职后，各党组织要认领点评指出的不足。", "commentator"),
        ("会上述职。书记要求严格党员民主评议制度。", "ballot"),
        ("述职中书记存在一是学习不深，二是创新不够等问题。", "requirements"),
    ],
)
def test_what_is_not_said_stays_unsaid(text: str, key: str) -> None:
    assert getattr(read_raw(text), key) is None


def test_the_year_of_the_meeting_is_not_added_to_its_day() -> None:
    news = read_raw("1月20日，学校党委召开2023年度基层党组织书记述职评议会。")
    assert (news.year, news.date) == (2023, "1月20日")


def test_a_text_about_something_else_says_nothing() -> None:
    news = read_raw("5月6日，学校召开教学会议，校长主持会议。来源：教务处")
    assert not news.says_anything
    assert news.as_document() == {**dict.fromkeys(KEYS), "evidence": {}}
