"""What a file must be to be kept. No Django in this module.

What a file says it is counts for nothing: its first and last bytes decide.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum, auto

# How far from its end a file may still have what it must end with.
TAIL = 1024
LONGEST_NAME = 100


@dataclass(frozen=True)
class FileKind:
    content_type: str
    extensions: tuple[str, ...]
    start: re.Pattern[bytes]
    # Telephones write more behind the end of a JPEG, so there it says nothing.
    end: bytes = b""


KINDS = (
    FileKind("application/pdf", ("pdf",), re.compile(rb"%PDF-[12]\.[0-9]"), b"%%EOF"),
    FileKind("image/jpeg", ("jpg", "jpeg"), re.compile(rb"\xff\xd8\xff")),
    FileKind("image/png", ("png",), re.compile(rb"\x89PNG\r\n\x1a\n....IHDR", re.S), b"IEND"),
)


class Refused(StrEnum):
    """Why a file is not kept."""

    EMPTY = auto()
    TOO_LARGE = auto()
    NAME = auto()
    CONTENT = auto()
    CUT_OFF = auto()


class FileRefused(ValueError):
    def __init__(self, refused: Refused):
        self.refused = refused
        super().__init__(refused)


@dataclass(frozen=True)
class CheckedFile:
    """A file that may be kept: `name` is harmless, `content_type` is what it really is."""

    name: str
    content_type: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def check_file(name: str, content: bytes, *, at_most: int) -> CheckedFile:
    """The file as it may be kept, or FileRefused. `at_most`: bytes."""
    if not content:
        raise FileRefused(Refused.EMPTY)
    if len(content) > at_most:
        raise FileRefused(Refused.TOO_LARGE)
    extension = name.rpartition(".")[2].lower()
    kind = next((kind for kind in KINDS if extension in kind.extensions), None)
    if kind is None:
        raise FileRefused(Refused.NAME)
    if not kind.start.match(content):
        raise FileRefused(Refused.CONTENT)
    if kind.end not in content[-TAIL:]:
        raise FileRefused(Refused.CUT_OFF)
    return CheckedFile(harmless_name(name, kind), kind.content_type, content)


def harmless_name(name: str, kind: FileKind) -> str:
    """Letters, digits and dashes, with the extension of what it is."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME]
    return f"{words or 'bestand'}.{kind.extensions[0]}"
