from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "pingyi.documents"
    verbose_name = "文书"
