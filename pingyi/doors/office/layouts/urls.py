from django.urls import path

from pingyi.doors.office.layouts import fonts, templates

urlpatterns = [
    path("templates/", templates.show_list, name="template-list"),
    path("templates/<slug:code>/", templates.show, name="template-show"),
    path("templates/<slug:code>/starter/", templates.starter, name="template-starter"),
    path("templates/<slug:code>/built-in/", templates.built_in, name="template-built-in"),
    path("templates/<slug:code>/<int:version>/file/", templates.one_file, name="template-file"),
    path("templates/<slug:code>/<int:version>/try/", templates.trial, name="template-try"),
    path("templates/<slug:code>/<int:version>/use/", templates.use, name="template-use"),
    path("fonts/", fonts.show, name="font-list"),
]
