from pingyi.publishing.services.record_past_review import OldText, record_past_review

__all__ = ["OldText", "record_past_review"]
