from pingyi.review.daily.models.assessment import SelfAssessment, SelfEvidence
from pingyi.review.daily.models.indicator_set import ChosenSet, DailyIndicator, IndicatorSet
from pingyi.review.daily.models.score import DailyScore, HandedOver

__all__ = [
    "ChosenSet",
    "DailyIndicator",
    "DailyScore",
    "HandedOver",
    "IndicatorSet",
    "SelfAssessment",
    "SelfEvidence",
]
