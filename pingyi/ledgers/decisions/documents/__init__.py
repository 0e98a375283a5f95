from pingyi.ledgers.decisions.documents.minutes import ItemFacts, MinutesFacts, minutes

__all__ = ["ItemFacts", "MinutesFacts", "minutes"]
