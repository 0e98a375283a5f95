"""Pages of the office. Each area keeps its own urls beside its views."""

urlpatterns: list[object] = []
