from django.apps import AppConfig


class CyclesConfig(AppConfig):
    name = "pingyi.review.cycles"
    verbose_name = "评议方案"
