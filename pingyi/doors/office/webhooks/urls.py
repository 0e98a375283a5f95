from django.urls import path

from pingyi.doors.office.webhooks import views

urlpatterns = [
    path("webhooks/", views.webhook_list, name="webhook-list"),
    path("webhooks/add/", views.webhook_add, name="webhook-add"),
    path("webhooks/again/", views.webhook_again, name="webhook-again"),
    path("webhooks/<int:webhook_id>/try/", views.webhook_try, name="webhook-try"),
    path("webhooks/<int:webhook_id>/remove/", views.webhook_remove, name="webhook-remove"),
]
