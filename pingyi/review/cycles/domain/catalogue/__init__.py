"""Every setting of a cycle: its key, where it stands on the page, what people call it, how it is typed."""

from pingyi.review.cycles.domain.catalogue.ballot import BALLOT
from pingyi.review.cycles.domain.catalogue.grades import GRADES
from pingyi.review.cycles.domain.catalogue.meeting import MEETING
from pingyi.review.cycles.domain.catalogue.rectification import RECTIFICATION
from pingyi.review.cycles.domain.catalogue.report import REPORT
from pingyi.review.cycles.domain.catalogue.score import SCORE
from pingyi.review.cycles.domain.catalogue.setting import LATER, OF_POLLS, Group, Setting

CATALOGUE: tuple[Setting, ...] = (*BALLOT, *SCORE, *MEETING, *REPORT, *RECTIFICATION)
BY_KEY = {setting.key: setting for setting in CATALOGUE}

__all__ = ["BY_KEY", "CATALOGUE", "GRADES", "LATER", "OF_POLLS", "Group", "Setting"]
