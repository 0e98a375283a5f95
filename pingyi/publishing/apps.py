from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "pingyi.publishing"
    verbose_name = "新闻和旧稿"
