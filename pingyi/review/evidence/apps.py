from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "pingyi.review.evidence"
    verbose_name = "报告和台账对照"
