from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "pingyi.doors.office"
    label = "door_office"
