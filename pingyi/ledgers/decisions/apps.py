from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "pingyi.ledgers.decisions"
    verbose_name = "议题与决策"
