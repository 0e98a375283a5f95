from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "pingyi.ledgers.kit"
    verbose_name = "台账的共同部分"
