"""How many ballots people may hear of while the voting is open."""

STEP = 10


def in_steps(ballots: int) -> int:
    """The total rounded down to full tens: a figure that moves with one ballot would show who has just voted."""
    return ballots - ballots % STEP
