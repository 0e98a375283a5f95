from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "pingyi.review.meetings"
    verbose_name = "评议会"
