from pingyi.publishing.domain.digest import facts_digest, sha256_of, text_digest


def test_other_spaces_and_line_ends_are_the_same_text() -> None:
    assert text_digest("党委 召开\r\n述职评议会。") == text_digest("党委召开述职评议会。\n")
    assert text_digest("党委召开述职评议会。") != text_digest("党委召开述职会。")


def test_the_order_in_which_facts_were_confirmed_makes_no_difference() -> None:
    assert facts_digest({"year": 2023, "on_site": 9}) == facts_digest({"on_site": 9, "year": 2023})
    assert facts_digest({"on_site": 9}) != facts_digest({"on_site": 7})


def test_half_a_surrogate_in_a_broken_page_has_a_fingerprint_too() -> None:
    assert sha256_of("推動\ud83d") != sha256_of("推動")
