"""Who a card is about."""

from dataclasses import dataclass
from datetime import date

from pingyi.core.words import Words, listed
from pingyi.organisations.phrases import ORGANISATION_KINDS


@dataclass(frozen=True)
class Head:
    """Who it is about. `place` is the place in the order of speaking, 0 for who reports in writing."""

    reporter_id: int
    organisation_id: int
    organisation: str
    person: str
    title: str
    year: int
    place: int = 0
    since: date | None = None
    last_on_site: int | None = None
    members: int | None = None
    branches: int | None = None

    @property
    def name(self) -> str:
        """护理学院党委书记; a title that names the unit already is taken as it is."""
        if self.title.startswith(self.organisation):
            return self.title
        for ending in ORGANISATION_KINDS.values():
            if self.organisation.endswith(ending) and self.title.startswith(ending):
                return self.organisation + self.title.removeprefix(ending)
        return f"{self.organisation}{self.title}"

    @property
    def way(self) -> str:
        return Words("现场第{place}位", place=self.place) if self.place else Words("书面述职")

    @property
    def about(self) -> str:
        """In post since when, last on site when, how many members and branches; what nobody recorded is said so."""
        since = (
            Words("{year}年{month}月到任", year=self.since.year, month=self.since.month)
            if self.since
            else Words("到任时间没有登记")
        )
        before = (
            Words("上次现场述职{year}年度", year=self.last_on_site)
            if self.last_on_site
            else Words("以前没有现场述职的记录")
        )
        members = (
            Words("党员{members}人", members=self.members)
            if self.members is not None
            else Words("党员数没有台账")
        )
        parts = [since, before, members]
        if self.branches:
            parts.append(Words("支部{branches}个", branches=self.branches))
        return listed(parts, "，") + Words("。")
