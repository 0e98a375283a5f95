from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "pingyi.core"
    verbose_name = "运行"
