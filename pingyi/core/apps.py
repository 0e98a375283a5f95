from django.apps import AppConfig
from django.utils.translation import gettext

from pingyi.core.words import speak_with


class CoreConfig(AppConfig):
    name = "pingyi.core"
    verbose_name = "运行"

    def ready(self) -> None:
        speak_with(gettext)
