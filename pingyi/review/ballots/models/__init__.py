from pingyi.review.ballots.models.slip import Answer, PaperForm, PaperTotal, Slip
from pingyi.review.ballots.models.voting import Box, HandCount, Voting

__all__ = ["Answer", "Box", "HandCount", "PaperForm", "PaperTotal", "Slip", "Voting"]
