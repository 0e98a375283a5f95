from pingyi.notices.models.notice import Mail, Notice

__all__ = ["Mail", "Notice"]
