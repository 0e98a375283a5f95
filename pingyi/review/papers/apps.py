from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "pingyi.review.papers"
    verbose_name = "公文"

    def ready(self) -> None:
        from pingyi.review.papers.services.make_copies import register_jobs  # noqa: PLC0415 (models are loaded now)

        register_jobs()
