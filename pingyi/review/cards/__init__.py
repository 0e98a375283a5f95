"""点评卡: one page about each secretary for the person who comments."""
