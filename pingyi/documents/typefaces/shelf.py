"""The font files of an installation: `fonts/` in its data folder, each with what became of it.

Files may be put there or taken away while the system runs. What is used is a private copy: a file that is replaced
half-way through a document cannot spoil it.
"""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from typst import Compiler, Fonts

from pingyi.documents.domain.typefaces import TEXT_ROLES, Role, refusal_to_embed, role_of, shown_name
from pingyi.documents.typefaces.sfnt import Broken, Face, faces_of

SHIPPED = Path(__file__).resolve().parents[1] / "fonts"
_SUFFIXES = {".otf", ".ttf", ".ttc", ".otc"}
_MOST_FILES, _MOST_BYTES = 100, 128 * 1024 * 1024
_SAMPLE = "关于述职评议考核的通知一二三（2026）"
_READ_ONLY_ONCE = 64


@dataclass(frozen=True)
class OwnFont:
    """One file of the school. `families` are the names that typst knows it by, one for each role that it serves;
    `problem` says in words why the file is not used."""

    file: str
    called: str = ""
    families: tuple[tuple[Role, int, str], ...] = ()
    codes: frozenset[int] = frozenset()
    variants: frozenset[tuple[int, int]] = frozenset()
    problem: str = ""

    @property
    def roles(self) -> tuple[Role, ...]:
        return tuple(dict.fromkeys(role for role, _, _ in self.families))


@dataclass(frozen=True, eq=False)
class Shelf:
    """All files of the folder as they were found at one moment, and the private copy of those that are used.

    The same object comes back while nothing changes, so it can be the key of what is worked out from it.
    """

    files: tuple[OwnFont, ...] = ()
    copies: Path | None = None

    def serving(self, role: Role) -> tuple[tuple[str, OwnFont], ...]:
        """Family and file of the fonts of a role, the preferred one first."""
        found = [
            (rank, family, one) for one in self.files for its, rank, family in one.families if its is role
        ]
        return tuple((family, one) for _, family, one in sorted(found, key=lambda each: each[:2]))


def own_folder() -> Path | None:
    """`fonts` in the data folder, where there is one."""
    try:
        folder = Path(settings.DATA) / "fonts"
    except (ImproperlyConfigured, AttributeError):  # a benchmark or a script without Django
        return None
    return folder if folder.is_dir() else None


NOTHING_OWN = Shelf()
_lock = threading.Lock()
_seen: dict[object, Shelf] = {}
_judged: dict[object, OwnFont] = {}
_places: list[tempfile.TemporaryDirectory[str]] = []


def shelf() -> Shelf:
    """The shelf as the folder is now. Looked through again only when a file came, went or changed."""
    folder = own_folder()
    if folder is None:
        return NOTHING_OWN
    files = list(_font_files(folder))
    key = tuple(_signature(file) for file in files)
    with _lock:
        if (str(folder), key) not in _seen:
            _seen.clear()
            _seen[(str(folder), key)] = _look_through(folder, files)
        return _seen[(str(folder), key)]


def _font_files(folder: Path) -> Iterator[Path]:
    found = (file for file in sorted(folder.rglob("*")) if not file.name.startswith("."))
    yield from [file for file in found if file.suffix.lower() in _SUFFIXES and file.is_file()][:_MOST_FILES]


def _signature(file: Path) -> tuple[str, int, int]:
    try:
        state = file.stat()
    except OSError:
        return str(file), 0, 0
    return str(file), state.st_size, state.st_mtime_ns


def _look_through(folder: Path, files: list[Path]) -> Shelf:
    if not files:
        return NOTHING_OWN
    # The earlier copy stays until the process ends: a compiler may still read from it.
    place = tempfile.TemporaryDirectory(prefix="pingyi-fonts-", ignore_cleanup_errors=True)
    _places.append(place)
    copies = Path(place.name)
    found = []
    for number, file in enumerate(files):
        key = _signature(file)
        own = copies / str(number)
        judged = _judged.get(key)
        if judged is None or judged.families:
            judged = _judge(file, file.relative_to(folder).as_posix(), own)
            _judged[key] = judged
        found.append(judged)
    return Shelf(tuple(found), copies)


def _judge(file: Path, shown: str, own: Path) -> OwnFont:
    """Looks at one file and, if it is used, leaves its copy in the folder `own`."""
    try:
        content = _read(file)
        faces = faces_of(content)
    except Broken as broken:
        return OwnFont(shown, problem=f"文件是坏的（{broken}），没有用。请重新拷贝一份")
    except OSError as error:
        return OwnFont(shown, problem=f"读不出来（{error.strerror}），没有用。请检查文件的权限")
    called = "、".join(dict.fromkeys(shown_name(face.names) for face in faces if face.names)) or file.stem
    served = [(face, role_of(face.names)) for face in faces]
    wanted = [(face, place) for face, place in served if place is not None]
    if not wanted:
        return OwnFont(shown, called, problem="不是公文用的五种字体，也不是认得的补字字体，没有用")
    allowed = [(face, place) for face, place in wanted if not refusal_to_embed(face.embedding)]
    if not allowed:
        return OwnFont(shown, called, problem=refusal_to_embed(wanted[0][0].embedding))
    own.mkdir()
    (own / f"font{file.suffix.lower()}").write_bytes(content)
    families = _families(own, allowed)
    if not families:
        shutil.rmtree(own, ignore_errors=True)
        return OwnFont(shown, called, problem="文件是坏的（字形取不出来），没有用。请重新拷贝一份")
    kept = [face for face, _ in allowed]
    return OwnFont(
        shown,
        called,
        families,
        frozenset().union(*(face.codes for face in kept)),
        frozenset().union(*(face.variants for face in kept)),
    )


def _read(file: Path) -> bytes:
    if file.stat().st_size > _MOST_BYTES:
        raise Broken("大得不正常")
    return file.read_bytes()


def _families(folder: Path, faces: list[tuple[Face, tuple[Role, int]]]) -> tuple[tuple[Role, int, str], ...]:
    """The families that typst sees in the copy and can really set a line in, for each role the best."""
    try:
        fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
        called = {info.index: info.family for info in fonts.fonts()}
    except (
        BaseException
    ) as error:  # whatever odd bytes do to the reader, documents are made without this file
        if not is_inner_failure(error):
            raise
        return ()
    best: dict[Role, tuple[int, str]] = {}
    for face, (role, rank) in faces:
        family = called.get(face.index)
        if family and _sets_a_line(fonts, family, face) and (role not in best or rank < best[role][0]):
            best[role] = (rank, family)
    return tuple((role, rank, family) for role, (rank, family) in best.items())


def _sets_a_line(fonts: Fonts, family: str, face: Face) -> bool:
    """A trial: some characters of the font as a PDF."""
    sample = [one for one in _SAMPLE if ord(one) in face.codes] or [
        chr(code) for code in sorted(face.codes)[:_READ_ONLY_ONCE]
    ]
    source = f"#set text(font: {_quoted(family)})\n#text({_quoted(''.join(sample))})"
    try:
        made = Compiler(source.encode(), font_paths=fonts, ignore_system_fonts=True).compile(format="pdf")
    except BaseException as error:
        if not is_inner_failure(error):
            raise
        return False
    return bool(made)


def is_inner_failure(error: BaseException) -> bool:
    """Whether typst failed, and nobody asked the program to end. A panic inside it is no `Exception`."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\u{{{ord(one):x}}}" for one in text) + '"'


def missing_roles() -> list[Role]:
    """Official typefaces of which the school has no usable file."""
    present = shelf()
    return [role for role in TEXT_ROLES if not present.serving(role)]
