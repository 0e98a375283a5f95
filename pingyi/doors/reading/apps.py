from django.apps import AppConfig


class ReadingConfig(AppConfig):
    name = "pingyi.doors.reading"
    label = "door_reading"
