"""Is this installation fit for use? Each module looks at one side and says what it found and what to do."""

from pingyi.core.health.check import Check, Level, attention, bad, good

__all__ = ["Check", "Level", "attention", "bad", "good"]
