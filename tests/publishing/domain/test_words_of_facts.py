from typing import Any

import pytest

from pingyi.publishing.domain.reading.words import in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "稿子没有写"),
        (True, "是"),
        (False, "不是"),
        ([{"role": "编辑", "name": "林晓"}, {"role": "审核", "name": "周明"}], "编辑 林晓；审核 周明"),
        (["一", "二"], "一；二"),
        (34, "34"),
    ],
)
def test_a_fact_reads_as_one_line(value: Any, words: str) -> None:
    assert str(in_words(value)) == words
