from pingyi.review.evidence.models.claim_word import ClaimWord

__all__ = ["ClaimWord"]
