"""What a duty report claims, held against what ledgers and lists state."""
