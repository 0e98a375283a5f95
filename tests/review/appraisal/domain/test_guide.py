"""The worked example of docs/guide/zh/counting.md is what the program says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pingyi.review.appraisal.domain.appraise import appraise_document

GUIDE = Path(__file__).parents[4] / "docs" / "guide" / "zh" / "counting.md"


@pytest.mark.parametrize(
    ("denominator", "row"), [("valid", "有效票"), ("returned", "收回票"), ("issued", "发出票")]
)
def test_the_guide_counts_as_the_program_does(denominator: str, row: str) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    example: Any = json.loads(guide.split("```json")[1].split("```")[0])
    example["rules"]["denominator"] = denominator
    answer: Any = appraise_document(example)
    line = answer["reporters"][0]
    told = re.search(rf"\| {row} \|.*\| (\S+) \| (\S+) \| (\S+) \|\n", guide)
    assert told is not None
    grade = {"good": "好", "fairly_good": "较好"}[line["grade"]]
    assert told.groups() == (line["score"], line["display"], grade)
