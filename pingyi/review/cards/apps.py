from django.apps import AppConfig


class CardsConfig(AppConfig):
    name = "pingyi.review.cards"
    verbose_name = "点评卡"
