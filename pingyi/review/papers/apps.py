from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "pingyi.review.papers"
    verbose_name = "公文"
