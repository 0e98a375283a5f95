import io
import zipfile

from pingyi.documents.render.packing import pack


def test_packed_files_keep_their_chinese_names_and_bytes() -> None:
    files = {"票条_A类.pdf": b"%PDF", "票条_A类.txt": b"ABCDE"}
    with zipfile.ZipFile(io.BytesIO(pack(files))) as packed:
        assert packed.testzip() is None
        assert {name: packed.read(name) for name in packed.namelist()} == files
