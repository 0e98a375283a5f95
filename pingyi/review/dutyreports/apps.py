from django.apps import AppConfig


class DutyreportsConfig(AppConfig):
    name = "pingyi.review.dutyreports"
    verbose_name = "述职报告"
