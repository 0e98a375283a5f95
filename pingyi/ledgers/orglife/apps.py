from django.apps import AppConfig


class OrglifeConfig(AppConfig):
    name = "pingyi.ledgers.orglife"
    verbose_name = "组织生活"

    def ready(self) -> None:
        from pingyi.core.errands import register_errand  # noqa: PLC0415 (models are loaded now)
        from pingyi.ledgers.kit.services.import_records import register_import  # noqa: PLC0415
        from pingyi.ledgers.orglife.services.imports import ORGLIFE_IMPORT  # noqa: PLC0415
        from pingyi.ledgers.orglife.services.tell_birthdays import tell_birthdays  # noqa: PLC0415

        register_import(ORGLIFE_IMPORT)
        register_errand("political birthdays", tell_birthdays)
