from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "pingyi.organisations"
    verbose_name = "组织与人员"
