from django.apps import AppConfig


class RectificationConfig(AppConfig):
    name = "pingyi.review.rectification"
    verbose_name = "整改"
