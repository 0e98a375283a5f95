from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "pingyi.review.supervision"
    verbose_name = "督查"

    def ready(self) -> None:
        from pingyi.core.errands import register_errand  # noqa: PLC0415 (models are loaded now)
        from pingyi.review.supervision.services.escalate import escalate_by_date  # noqa: PLC0415
        from pingyi.review.supervision.services.remind_look_backs import remind_look_backs  # noqa: PLC0415

        register_errand("what is overdue", escalate_by_date)
        register_errand("look-backs", remind_look_backs)
