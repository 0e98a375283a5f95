"""The worked example of counting.md is what the program says, in both languages of the guide."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pingyi.review.appraisal.domain.appraise import appraise_document

GUIDE = Path(__file__).parents[4] / "docs" / "guide"
ROWS = {
    "zh": {"valid": "有效票", "returned": "收回票", "issued": "发出票"},
    "en": {"valid": "Valid", "returned": "Returned", "issued": "Issued"},
}
GRADES = {
    "zh": {"good": "好", "fairly_good": "较好"},
    "en": {"good": "good", "fairly_good": "fairly good"},
}


@pytest.mark.parametrize("language", ROWS)
@pytest.mark.parametrize("denominator", ["valid", "returned", "issued"])
def test_the_guide_counts_as_the_program_does(language: str, denominator: str) -> None:
    guide = (GUIDE / language / "counting.md").read_text(encoding="utf-8")
    example: Any = json.loads(guide.split("```json")[1].split("```")[0])
    example["rules"]["denominator"] = denominator
    answer: Any = appraise_document(example)
    line = answer["reporters"][0]
    row = ROWS[language][denominator]
    told = re.search(rf"\| {row} \|.*\| (\S+) \| (\S+) \| ([^|]+) \|\n", guide)
    assert told is not None
    assert told.groups() == (line["score"], line["display"], GRADES[language][line["grade"]])
