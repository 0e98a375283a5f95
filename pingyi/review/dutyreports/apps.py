from django.apps import AppConfig


class DutyreportsConfig(AppConfig):
    name = "pingyi.review.dutyreports"
    verbose_name = "述职报告"

    def ready(self) -> None:
        from pingyi.core.errands import register_errand  # noqa: PLC0415 (models are loaded now)
        from pingyi.review.dutyreports.services.likeness import register_jobs  # noqa: PLC0415
        from pingyi.review.dutyreports.services.remind import remind_by_date  # noqa: PLC0415

        register_errand("report reminders", remind_by_date)
        register_jobs()
