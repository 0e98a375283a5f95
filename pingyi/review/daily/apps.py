from django.apps import AppConfig


class DailyConfig(AppConfig):
    name = "pingyi.review.daily"
    verbose_name = "日常考核"
