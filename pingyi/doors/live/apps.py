from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "pingyi.doors.live"
    label = "door_live"
