from django.apps import AppConfig


class HallConfig(AppConfig):
    name = "pingyi.doors.hall"
    label = "door_hall"
