from django.apps import AppConfig


class CollectionConfig(AppConfig):
    name = "pingyi.review.collection"
    verbose_name = "材料汇编"
