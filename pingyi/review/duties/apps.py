from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "pingyi.review.duties"
    verbose_name = "责任清单"
