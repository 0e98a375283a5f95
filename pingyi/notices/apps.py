from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "pingyi.notices"
    verbose_name = "通知"

    def ready(self) -> None:
        from pingyi.notices.services.mail_job import register_mailing  # noqa: PLC0415 (models are loaded now)
        from pingyi.notices.services.tell_groups import register_webhooks  # noqa: PLC0415

        register_mailing()
        register_webhooks()
