"""A byte stream → its lines, never holding more than one bounded line in memory."""

import codecs
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from hudna.errors import InputError

CHUNK = 1 << 16
# A long investigation is some 200 kB of text; JSON escapes can make six bytes of one.
MAX_REPORT_BYTES = 4 * 1024 * 1024


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The stream in pieces of at most CHUNK bytes."""
    while piece := stream.read(CHUNK):
        yield piece


def as_utf8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A UTF-16 stream, given with its byte-order mark, as UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        for piece in pieces:
            yield decoder.decode(piece).encode("utf-8")
        yield decoder.decode(b"", final=True).encode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("is not the UTF-16 its first bytes announce") from error


def bounded_lines(
    pieces: Iterable[bytes], bound: int = MAX_REPORT_BYTES
) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1; None stands for a line longer than `bound`."""
    number, line, too_long = 1, bytearray(), False
    for piece in pieces:
        first, *rest = piece.split(b"\n")
        for position, part in enumerate([first, *rest]):
            if position:
                yield number, None if too_long else bytes(line)
                number, line, too_long = number + 1, bytearray(), False
            too_long = too_long or len(line) + len(part) > bound
            if too_long:
                line.clear()
            else:
                line += part
    if too_long or line:
        yield number, None if too_long else bytes(line)


def read_bounded(pieces: Iterable[bytes], bound: int = MAX_REPORT_BYTES) -> bytes | None:
    """Everything in the stream, or None where it is longer than `bound`."""
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > bound:
            return None
    return bytes(data)
