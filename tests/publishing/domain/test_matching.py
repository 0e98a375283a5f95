"""Which registered organisation an old text means."""

import pytest

from pingyi.publishing.domain.matching import match_organisations

REGISTERED = {
    "护理学院党委": 1,
    "第五附属医院党委": 2,
    "第五临床医学院党委": 2,
    "文学院党总支": 3,
    "后勤党委": 4,
    "后勤党总支": 5,
    "图书馆直属党支部（阅览）": 6,
}


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("护理学院党委", 1),
        ("护 理学院党委", 1),
        ("第五附属医院(第五临床医学院)党委", 2),
        ("第五附属医院（第五临床医学院）党委", 2),
        ("某某医院（第五临床医学院）党委", 2),
        ("文学院", 3),
        ("文学院党委", 3),
        ("图书馆直属党支部", 6),
        ("后勤", None),
        ("体育部党总支", None),
    ],
)
def test_a_name_fits_one_organisation_or_none(name: str, number: int | None) -> None:
    assert match_organisations([name], REGISTERED) == [number]
