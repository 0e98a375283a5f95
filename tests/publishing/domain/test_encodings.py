"""Which bytes are a text, and what is said of those that are none."""

import pytest

from pingyi.publishing.domain.cleaning.encodings import LARGEST, UnreadableText, decode

TEXT = "1月20日，学校党委召开述职评议会。"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        ("學校黨委召開述職評議會，書記點評。".encode("gbk"), "gb18030"),
    ],
)
def test_both_encodings_of_the_field_are_read(content: bytes, encoding: str) -> None:
    decoded = decode(content)
    assert decoded.encoding == encoding
    assert "述" in decoded.text
    assert not decoded.text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "文件是空的"),
        (b" \n ", "文件是空的"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\0\0", "不是文本文件"),
        ("學校黨委召開述職評議會".encode("big5"), "认不出文件的编码"),
        ("Les élèves étaient là".encode("latin-1"), "认不出文件的编码"),
        (b"a" * (LARGEST + 1), "文件太大"),
    ],
)
def test_other_bytes_are_refused_with_a_remedy(content: bytes, told: str) -> None:
    with pytest.raises(UnreadableText, match=told):
        decode(content)
