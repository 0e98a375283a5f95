"""点评卡: the cards of a review, for the person who comments."""
