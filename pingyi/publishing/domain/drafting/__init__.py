"""A news text from the facts of a meeting: every sentence knows its facts, a missing fact stays an open place."""
