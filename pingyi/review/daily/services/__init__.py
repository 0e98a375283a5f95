"""What may be done about daily assessment: one verb, one function."""

from pingyi.review.daily.services.calculate import calculate_daily
from pingyi.review.daily.services.check_assessment import check_assessment, return_assessment
from pingyi.review.daily.services.choose_set import choose_sets
from pingyi.review.daily.services.hand_over import hand_over_daily
from pingyi.review.daily.services.import_set import SetFaulty, import_set
from pingyi.review.daily.services.make_set import begin_set, begin_version, copy_set, make_set
from pingyi.review.daily.services.own_evidence import OwnFile, remove_evidence
from pingyi.review.daily.services.save_set import SetFields, save_set
from pingyi.review.daily.services.self_assess import save_assessment
from pingyi.review.daily.services.set_life import discard_set, put_in_force

__all__ = [
    "OwnFile",
    "SetFaulty",
    "SetFields",
    "begin_set",
    "begin_version",
    "calculate_daily",
    "check_assessment",
    "choose_sets",
    "copy_set",
    "discard_set",
    "hand_over_daily",
    "import_set",
    "make_set",
    "put_in_force",
    "remove_evidence",
    "return_assessment",
    "save_assessment",
    "save_set",
]
