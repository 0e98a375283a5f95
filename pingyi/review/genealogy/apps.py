from django.apps import AppConfig


class GenealogyConfig(AppConfig):
    name = "pingyi.review.genealogy"
    verbose_name = "下回分解"
