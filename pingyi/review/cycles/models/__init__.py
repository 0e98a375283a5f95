from pingyi.review.cycles.models.cycle import Cycle, CycleSetting
from pingyi.review.cycles.models.meeting import Reporter, ReviewMeeting, VoterClass, VoterListing

__all__ = ["Cycle", "CycleSetting", "Reporter", "ReviewMeeting", "VoterClass", "VoterListing"]
