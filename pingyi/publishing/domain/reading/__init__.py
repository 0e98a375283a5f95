"""What an old news text says of a review meeting: facts with the sentence that says each, nothing inferred."""
