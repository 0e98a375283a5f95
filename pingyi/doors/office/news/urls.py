from django.urls import path

from pingyi.doors.office.news import acts, draft, edit, files, house, listing, readers, show, versions

urlpatterns = [
    path("cycles/<int:cycle_id>/news/", listing.news_list, name="news-list"),
    path("meetings/<int:meeting_id>/news/", draft.news_draft, name="news-draft"),
    path("news/rules/", house.news_rules, name="news-rules"),
    path("news/<int:news_id>/", show.news_show, name="news-show"),
    path("news/<int:news_id>/edit/", edit.news_edit, name="news-edit"),
    path("news/<int:news_id>/readers/", readers.news_readers, name="news-readers"),
    path("news/<int:news_id>/hand-in/", acts.news_hand_in, name="news-hand-in"),
    path("news/<int:news_id>/sign/", acts.news_sign, name="news-sign"),
    path("news/<int:news_id>/return/", acts.news_return, name="news-return"),
    path("news/<int:news_id>/publish/", acts.news_publish, name="news-publish"),
    path("news/<int:news_id>/compare/", versions.news_compare, name="news-compare"),
    path("news/<int:news_id>/file/<slug:news_file>/", files.file_of_news, name="news-file"),
]
