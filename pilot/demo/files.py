"""Files as people bring them, made here: small, and really what they are called."""

import zlib
from itertools import accumulate
from struct import pack


def pdf(*lines: str) -> bytes:
    """One page of A4 with these lines on it."""
    text = "".join(f"({escaped(line)}) Tj T* " for line in lines)
    drawn = f"BT /F1 14 Tf 24 TL 72 760 Td {text}ET".encode("cp1252", "replace")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    head = b"%PDF-1.4\n"
    parts = [b"%d 0 obj%b\nendobj\n" % pair for pair in enumerate(objects, start=1)]
    places = list(accumulate(map(len, parts), initial=len(head)))
    table = b"".join(b"%010d 00000 n \n" % place for place in places[:-1])
    xref = b"xref\n0 6\n0000000000 65535 f \n" + table
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % places[-1]
    return head + b"".join(parts) + xref + end


def escaped(line: str) -> str:
    return "".join(f"\\{sign}" if sign in "()\\" else sign for sign in line)


def png(grey: int = 60, width: int = 210, height: int = 297) -> bytes:
    """A scan of a page: lines of some grey on white, with a border."""
    rows = [scan_line(place, grey, width, height) for place in range(height)]
    header = pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def scan_line(place: int, grey: int, width: int, height: int) -> bytes:
    """One row of dots; the first byte says that it is not filtered."""
    on_border = place in (8, height - 9)
    in_text = 40 < place < height - 60 and place % 14 < 4
    dark = range(8, width - 8) if on_border else range(30, width - 30 - place // 14 % 5 * 12)
    drawn = on_border or in_text
    return b"\0" + bytes(grey if drawn and dot in dark else 255 for dot in range(width))


def chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
