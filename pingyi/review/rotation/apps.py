from django.apps import AppConfig


class RotationConfig(AppConfig):
    name = "pingyi.review.rotation"
    verbose_name = "谁现场述职"
