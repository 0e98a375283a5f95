from pingyi.documents.render.packing import pack, unpack


def test_packed_files_keep_their_chinese_names_and_bytes() -> None:
    files = {"票条_A类.pdf": b"%PDF", "票条_A类.txt": b"ABCDE"}
    packed = pack(files)
    assert unpack(packed) == files
    assert packed.startswith(b"PK")
