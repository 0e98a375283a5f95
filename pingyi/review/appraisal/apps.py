from django.apps import AppConfig


class AppraisalConfig(AppConfig):
    name = "pingyi.review.appraisal"
    verbose_name = "考核等次"
