"""Word files as LibreOffice prints them."""

import shutil
import subprocess
from pathlib import Path

from pingyi.documents.domain.tree import Document
from pingyi.documents.render import docx

SOFFICE = shutil.which("soffice")


def laid_out(document: Document, folder: Path) -> bytes:
    """The document as LibreOffice prints it, in a profile of its own."""
    return printed(docx.render(document), folder)


def printed(word: bytes, folder: Path) -> bytes:
    """A .docx as LibreOffice prints it."""
    source = folder / "document.docx"
    source.write_bytes(word)
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "document.pdf").read_bytes()
