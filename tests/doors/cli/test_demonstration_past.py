"""The old news of the demonstration shows all that the cleaner does, and is read completely."""

from email.message import Message

from pingyi.doors.cli.demonstration.past import OLD_NEWS, fields_of
from pingyi.doors.cli.rehearsal.office import Page
from pingyi.publishing.domain.cleaning.clean import clean
from pingyi.publishing.domain.reading.news import KEYS, read


def test_its_text_has_one_torn_character_and_says_all_but_the_number_in_writing() -> None:
    cleaned = clean(OLD_NEWS.format(year=2024, units="药学院党委、口腔医学院党委", count=2))
    assert [place.proposals for place in cleaned.damaged] == [("推动东北",)]
    news = read(cleaned.text)
    assert [key for key in KEYS if getattr(news, key) is None] == ["written"]


def test_a_form_is_sent_as_it_stands() -> None:
    html = (
        '<input name="a" value="1&amp;2"><input type="radio" name="r" value="x"><textarea name="t">\n一\n二</textarea>'
        '<select name="s"><option value="">空<option value="7" selected>药学院</select>'
        '<select name="first"><option value="3">甲</option><option value="4">乙</option></select>'
    )
    assert fields_of(Page("/", html.encode(), Message())) == {
        "a": "1&2",
        "t": "一\n二",
        "s": "7",
        "first": "3",
    }
