from pingyi.publishing.models.house_rules import HouseRules
from pingyi.publishing.models.news import (
    NewsItem,
    NewsPart,
    NewsPublication,
    NewsReturn,
    NewsSignature,
    NewsVersion,
)
from pingyi.publishing.models.past_review import PastReview

__all__ = [
    "HouseRules",
    "NewsItem",
    "NewsPart",
    "NewsPublication",
    "NewsReturn",
    "NewsSignature",
    "NewsVersion",
    "PastReview",
]
