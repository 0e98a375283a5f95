"""Whatever is typed, reading it ends, and every claim stands where it says."""

from hypothesis import given, settings
from hypothesis import strategies as some

from pingyi.review.evidence.domain.verdict import tally
from tests.review.evidence.measuring import checked

WORDS = """
支委会 党员大会 主题党日 党课 讲党课 学时 党员 支部 问题 整改任务 三会一课 组织生活 每月 按季 全部 一次不落
没有 逾期 应开 约 至少 余 以上 12 １２ 一百零五 158/168 94% ９５％ 三分之二 九成 0 万 1,200 两 次 人 个 项 条
其中 去年 2024年 我 召开 完成 销号 办结 共 全年 、 ， 。 ； “ ” 下设 将 第一
"""
PIECES = some.sampled_from([*WORDS.split(), "\n"])


@settings(max_examples=300, deadline=None)
@given(some.lists(PIECES, max_size=40).map("".join))
def test_claims_stand_where_they_say_and_each_has_one_verdict(text: str) -> None:
    found = checked(text)
    for one in found:
        assert text[one.claim.start : one.claim.end] == one.claim.quote
        assert one.claim.quote
        assert (one.fact is None) == (one.measure is None)
    assert tally(found).total == len(found)


@settings(max_examples=200, deadline=None)
@given(some.text(max_size=200))
def test_any_signs_at_all_can_be_read(text: str) -> None:
    assert all(text[one.claim.start : one.claim.end] == one.claim.quote for one in checked(text))
