from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "pingyi.ledgers.decisions"
    verbose_name = "议题与决策"

    def ready(self) -> None:
        from pingyi.ledgers.decisions.services.import_topics import DECISIONS_IMPORT  # noqa: PLC0415 (models are loaded now)
        from pingyi.ledgers.kit.services.import_records import register_import  # noqa: PLC0415

        register_import(DECISIONS_IMPORT)
