"""SMT-LIB literals of core constants."""
from __future__ import annotations

import math
import struct

from verheal.contracts.core.expr import Const
from verheal.contracts.core.types import BoolT, EnumT, FloatT, IntT, NoneT, StrT, is_reference

# Longer decimal texts meet CPython's limit on int <-> str conversions (4300 digits).
MAX_BITS = 14_000

# SMT-LIB characters end at 0x2FFFF. Literals stay below 0x20000, so that between the greatest literal and
# that end there is room to map, order kept, any finite set of Python's higher code points.
FIRST_CHARACTER_WITHOUT_LITERAL = 0x20000


class Unprintable(Exception):
    """The expression has no SMT-LIB text with the same meaning; the obligation is Unknown for this reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def integer_text(value: int) -> str:
    """Numeral, negatives as an application of minus. Raises Unprintable for thousands of digits."""
    if value.bit_length() > MAX_BITS:
        raise Unprintable("an int literal of thousands of digits")
    return f"(- {-value})" if value < 0 else str(value)


def float_text(value: float) -> str:
    """Binary64 literal by its bits; every NaN is the one NaN of SMT-LIB."""
    if math.isnan(value):
        return "(_ NaN 11 53)"
    bits = f"{struct.unpack('>Q', struct.pack('>d', value))[0]:064b}"
    return f"(fp #b{bits[0]} #b{bits[1:12]} #b{bits[12:]})"


def string_text(value: str) -> str:
    """String literal, escaped by SMT-LIB 2.6. Raises Unprintable for characters that do not exist there."""
    return '"' + "".join(_character(character) for character in value) + '"'


def _character(character: str) -> str:
    code = ord(character)
    if code >= FIRST_CHARACTER_WITHOUT_LITERAL:
        raise Unprintable("a string literal with a code point from U+20000 up")
    if 0xD800 <= code <= 0xDFFF:
        raise Unprintable("a string literal with a lone surrogate")
    if character == '"':
        return '""'
    return character if 0x20 <= code < 0x7F and character != "\\" else f"\\u{{{code:x}}}"


def literal_text(term: Const) -> str:
    """Text of a constant. Raises Unprintable where the type has no literals."""
    kind, value = term.type, term.value
    match kind:
        case BoolT():
            return "true" if value else "false"
        case IntT() if isinstance(value, int):
            return integer_text(int(value))
        case FloatT() if isinstance(value, int | float):
            return float_text(float(value))
        case StrT() if isinstance(value, str):
            return string_text(value)
        case NoneT():
            return "none"
        case _ if (is_reference(kind) or isinstance(kind, EnumT)) and isinstance(value, int):
            return integer_text(int(value))
        case _:
            raise Unprintable(f"a literal of type {type(kind).__name__.removesuffix('T')}")
