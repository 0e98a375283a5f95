from django.urls import path

from pingyi.doors.office.organisations import bodies, downloads, imports, keeping, lists, page, people, posts

urlpatterns = [
    path("organisations/", lists.organisation_list, name="organisation-list"),
    path("organisations/new/", keeping.organisation_create, name="organisation-create"),
    path("organisations/export/", downloads.register_export, name="organisation-export"),
    path("organisations/import/", imports.import_upload, name="import-upload"),
    path("organisations/import/template/", downloads.import_template, name="import-template"),
    path("organisations/import/<int:job_id>/", imports.import_show, name="import-show"),
    path("organisations/import/<int:job_id>/progress/", imports.import_progress, name="import-progress"),
    path("organisations/import/<int:job_id>/confirm/", imports.import_confirm, name="import-confirm"),
    path("organisations/import/<int:job_id>/cancel/", imports.import_cancel, name="import-cancel"),
    path("organisations/bodies/<int:body_id>/", bodies.body_show, name="body-show"),
    path("organisations/bodies/<int:body_id>/members/", bodies.member_add, name="member-add"),
    path("organisations/bodies/<int:body_id>/members/remove/", bodies.member_remove, name="member-remove"),
    path("organisations/<int:organisation_id>/", page.organisation_show, name="organisation-show"),
    path("organisations/<int:organisation_id>/edit/", keeping.organisation_edit, name="organisation-edit"),
    path(
        "organisations/<int:organisation_id>/rename/", keeping.organisation_rename, name="organisation-rename"
    ),
    path("organisations/<int:organisation_id>/move/", keeping.organisation_move, name="organisation-move"),
    path(
        "organisations/<int:organisation_id>/dissolve/",
        keeping.organisation_dissolve,
        name="organisation-dissolve",
    ),
    path("organisations/<int:organisation_id>/aliases/", keeping.alias_add, name="alias-add"),
    path("organisations/<int:organisation_id>/aliases/remove/", keeping.alias_remove, name="alias-remove"),
    path("organisations/<int:organisation_id>/posts/", posts.post_add, name="post-add"),
    path("organisations/<int:organisation_id>/bodies/", bodies.body_add, name="body-add"),
    path("people/", people.person_list, name="person-list"),
    path("people/new/", people.person_create, name="person-create"),
    path("people/<int:person_id>/", people.person_show, name="person-show"),
    path("people/<int:person_id>/delegations/", people.delegate_add, name="delegate-add"),
    path("people/<int:person_id>/delegations/remove/", people.delegate_remove, name="delegate-remove"),
    path("people/posts/<int:post_id>/", posts.post_edit, name="post-edit"),
    path("people/posts/<int:post_id>/end/", posts.post_end, name="post-end"),
    path("people/posts/<int:post_id>/withdraw/", posts.post_withdraw, name="post-withdraw"),
]
