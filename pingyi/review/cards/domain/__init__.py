"""What stands on a card and why: pure Python."""
