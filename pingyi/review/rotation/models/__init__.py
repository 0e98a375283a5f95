from pingyi.review.rotation.models.turns import EarlierTurns, TurnDecision

__all__ = ["EarlierTurns", "TurnDecision"]
