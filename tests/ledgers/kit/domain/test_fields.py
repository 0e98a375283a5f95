"""What is said of a ledger that asks too much, or forgets to say what it asks."""

from pingyi.ledgers.kit.domain.fields import (
    Declaration,
    Derived,
    Field,
    Filler,
    Table,
    asked_twice,
    document,
    gaps,
    idle,
    measure,
    page,
    rule,
)

MINUTES = document("minutes", "纪要")
PLACE = Field("place", "地点", "request.place", (Filler.UNIT,), (MINUTES,))


def declared(*fields: Field, sheet: str = "", **told: str) -> Declaration:
    return Declaration("requests", (Table("Request", "请示", fields, (Derived("id"),), sheet=sheet),), told)


def test_what_is_asked_and_not_declared_is_named_and_the_other_way_round() -> None:
    said = gaps(
        declared(PLACE, sheet="请示"),
        stored={"Request": ["id", "matter"], "Reply": ["id"]},
        columns=[("请示", "matter")],
        inputs=["matter"],
    )
    assert said == [
        "column Request.matter is not declared",
        "column Request.place is declared and not there",
        "input matter is not declared",
        "input place is declared and not there",
        "sheet column 请示.matter is not declared",
        "sheet column 请示.place is declared and not there",
        "table Reply is not declared",
    ]


def test_a_column_cannot_be_filled_in_and_come_by_itself() -> None:
    both = Field("id", "号", "request.id", (Filler.UNIT,), (MINUTES,), inputs=())
    said = gaps(declared(both), stored={"Request": ["id"]}, columns=[], inputs=[])
    assert said == ["column Request.id is declared twice"]


def test_what_only_tells_a_known_thing_asks_for_nothing() -> None:
    given = declared(sheet="请示", organisation="organisation.name")
    said = gaps(
        given, stored={"Request": ["id"]}, columns=[("请示", "organisation")], inputs=["organisation"]
    )
    assert said == []
    assert asked_twice([given], ["organisation.name"]) == []


def test_a_field_that_nobody_reads_is_named() -> None:
    unread = Field("colour", "颜色", "request.colour", (Filler.UNIT,), ())
    assert idle(declared(PLACE, unread)) == ["Request.colour"]


def test_one_fact_in_two_ledgers_and_a_fact_of_the_register_are_refused() -> None:
    again = Field("room", "会议室", "request.place", (Filler.UNIT,), (MINUTES,))
    name = Field("name", "姓名", "person.name", (Filler.UNIT,), (MINUTES,))
    said = asked_twice([declared(PLACE, who="person.nickname"), declared(again, name)], ["person.name"])
    assert said == [
        "person.name is known already",
        "request.place is asked for 2 times",
        "requests: nobody knows person.nickname",
    ]


def test_readers_say_what_sort_they_are() -> None:
    said = [f"{one('a.b', '甲').sort}" for one in (rule, page, document, measure)]
    assert said == ["rule", "page", "document", "measure"]


def test_forgetting_one_field_leaves_the_others() -> None:
    other = Field("matter", "事项", "request.matter", (Filler.UNIT,), (MINUTES,))
    left = declared(PLACE, other, organisation="organisation.name").without("Request", "place")
    assert [one.name for _, one in left.fields] == ["matter"]
    assert left.told == {"organisation": "organisation.name"}
