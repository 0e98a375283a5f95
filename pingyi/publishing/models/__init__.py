from pingyi.publishing.models.past_review import PastReview

__all__ = ["PastReview"]
