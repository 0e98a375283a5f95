"""What the vote of those present is called in news."""

USUAL = "民主测评"
BALLOT_NAMES = (USUAL, "民主评议", "测评")
