from django.urls import path

from pingyi.doors.office.accounts import manage, opening, own, sign_in

urlpatterns = [
    path("sign-in/", sign_in.sign_in_page, name="account-sign-in"),
    path("sign-out/", sign_in.sign_out, name="account-sign-out"),
    path("account/", own.own_page, name="account-show"),
    path("account/password/", own.password_page, name="account-password"),
    path("account/email/", own.email, name="account-own-email"),
    path("account/type-size/", own.type_size, name="account-type-size"),
    path("account/language/", own.language, name="account-language"),
    path("account/institution/", own.switch_institution, name="account-institution"),
    path("accounts/", manage.account_list, name="account-list"),
    path("accounts/new/", opening.account_create, name="account-create"),
    path("accounts/secretaries/", opening.secretaries_open, name="account-open-secretaries"),
    path("accounts/<int:account_id>/", manage.account_edit, name="account-edit"),
    path("accounts/<int:account_id>/roles/", manage.role_assign, name="account-assign-role"),
    path("accounts/<int:account_id>/roles/remove/", manage.role_remove, name="account-remove-role"),
    path("accounts/<int:account_id>/email/", manage.account_email, name="account-email"),
    path("accounts/<int:account_id>/state/", manage.account_state, name="account-state"),
    path("accounts/<int:account_id>/password/", opening.password_reset, name="account-reset-password"),
]
