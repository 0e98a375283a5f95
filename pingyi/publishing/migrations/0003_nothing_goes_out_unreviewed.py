from django.db import migrations

from pingyi.core.triggers import refuse_changes, refuse_where

# Six different steps signed in this round, the last two of them under the version that goes out.
SIGNED = """(SELECT COUNT(*) FROM (
    SELECT DISTINCT p.kind, p.level FROM publishing_newssignature s
    JOIN publishing_newspart p ON p.id = s.part_id
    WHERE p.item_id = NEW.item_id AND s.round = NEW.round AND (p.level < 3 OR s.version_id = NEW.version_id)
) given)"""
IS_NEWEST = """EXISTS (
    SELECT 1 FROM publishing_newsitem i JOIN publishing_newsversion v ON v.item_id = i.id AND v.number = i.version
    WHERE i.id = NEW.item_id AND i.round = NEW.round AND v.id = NEW.version_id
    AND v.text = i.text AND v.title = i.title
    AND v.text NOT LIKE '%〔待补：%' AND v.title NOT LIKE '%〔待补：%')"""
IS_GIVEN_OUT = """EXISTS (
    SELECT 1 FROM publishing_newspublication p JOIN publishing_newsversion v ON v.id = p.version_id
    WHERE p.item_id = NEW.id AND p.round = NEW.round AND v.number = NEW.version
    AND v.text = NEW.text AND v.title = NEW.title)"""
IS_OF_THE_ITEM = """EXISTS (
    SELECT 1 FROM publishing_newsitem i
    WHERE i.id = NEW.item_id AND i.writer_id = NEW.writer_id AND i.people = NEW.people)"""
IS_UNDER_THE_TEXT = """EXISTS (
    SELECT 1 FROM publishing_newspart p
    JOIN publishing_newsitem i ON i.id = p.item_id
    JOIN publishing_newsversion v ON v.item_id = i.id AND v.number = i.version
    WHERE p.id = NEW.part_id AND v.id = NEW.version_id AND i.round = NEW.round)"""


class Migration(migrations.Migration):
    dependencies = [("publishing", "0002_what_was_confirmed_does_not_change")]

    operations = [
        refuse_changes("publishing_newsversion"),
        refuse_changes("publishing_newssignature"),
        refuse_changes("publishing_newsreturn"),
        refuse_changes("publishing_newspublication"),
        refuse_changes("publishing_houserules"),
        refuse_changes("publishing_newspart", ("UPDATE",)),
        refuse_where(
            "publishing_newspublication",
            "newspublication_not_unreviewed",
            "INSERT",
            wrong=f"{SIGNED} < 6 OR NOT {IS_NEWEST}",
            message="news goes out only after three reviews and three proofs",
        ),
        refuse_where(
            "publishing_newsitem",
            "newsitem_published_as_signed",
            "UPDATE",
            wrong=f"NEW.state = 'published' AND NOT {IS_GIVEN_OUT}",
            message="published news is the text that was signed",
        ),
        refuse_where(
            "publishing_newsitem",
            "newsitem_not_born_published",
            "INSERT",
            wrong="NEW.state = 'published'",
            message="news goes out only after three reviews and three proofs",
        ),
        refuse_where(
            "publishing_newspart",
            "newspart_of_its_item",
            "INSERT",
            wrong=f"NOT {IS_OF_THE_ITEM}",
            message="writer and strictness are those of the item",
        ),
        refuse_where(
            "publishing_newssignature",
            "newssignature_under_the_text",
            "INSERT",
            wrong=f"NOT {IS_UNDER_THE_TEXT}",
            message="a signature stands under the newest text of its own item",
        ),
    ]
