from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "pingyi.organisations"
    verbose_name = "组织与人员"

    def ready(self) -> None:
        from pingyi.organisations.services.register_import import register_jobs  # noqa: PLC0415 (models are loaded now)

        register_jobs()
