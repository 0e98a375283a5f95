from pingyi.notices.models.notice import Mail, Notice
from pingyi.notices.models.webhook import Webhook, WebhookCall

__all__ = ["Mail", "Notice", "Webhook", "WebhookCall"]
