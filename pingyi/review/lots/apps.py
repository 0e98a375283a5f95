from django.apps import AppConfig


class LotsConfig(AppConfig):
    name = "pingyi.review.lots"
    verbose_name = "抽签"
