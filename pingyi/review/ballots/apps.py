from django.apps import AppConfig


class BallotsConfig(AppConfig):
    name = "pingyi.review.ballots"
    verbose_name = "测评"
