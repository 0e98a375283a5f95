from django.apps import AppConfig


class ArchivesConfig(AppConfig):
    name = "pingyi.archives"
    verbose_name = "归档"

    def ready(self) -> None:
        from pingyi.archives.services.package_job import register_jobs  # noqa: PLC0415 (models are loaded now)

        register_jobs()
