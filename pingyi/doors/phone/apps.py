from django.apps import AppConfig


class PhoneConfig(AppConfig):
    name = "pingyi.doors.phone"
    label = "door_phone"
