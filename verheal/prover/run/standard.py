"""Values of types of the standard library, as Python expressions."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from random import Random
from types import MappingProxyType

MOMENTS = ("2020, 2, 29", "1, 1, 1", "9999, 12, 31", "1999, 12, 31", "2024, 7, 4")
SPANS = ("", "1", "-1", "365", "0, 1", "0, -1", "0, 0, 1", "7, 3600", "30", "999999999", "-999999999", "0, 59.5")
NUMBERS = ("'0'", "'1'", "'-1'", "'0.1'", "'1e400'", "'NaN'", "'Infinity'", "'-0'", "7")
RATIOS = ("0", "1, 3", "-1, 3", "7, 2", "10 ** 400, 3")
PATHS = ("''", "'a'", "'/'", "'a/b.txt'", "'..'", "'/tmp/a'", "'.hidden'")
PATTERNS = ("''", "'a'", "'[0-9]+'", "'(a)|(b)'", "r'\\s+'", "'^x?$'")
STREAMED = ("''", "'a'", "'a\\nb\\n'", "'\\n'", "'hello world'", "'\\u00e9'")
RAW = ("b''", "b'a'", "b'a\\nb\\n'", "b'\\xff\\x00'")
CODES = ("utf-8", "ascii")  # of text streams: what they cannot spell is an error; what lies in them can be read
ENCODED = tuple(f"__import__('io').BytesIO({raw}), {code!r}" for raw in ("", *RAW[1:3]) for code in CODES)
ERRORS = ("", "'a'", "'a', 1")

# Where a type is made, and the arguments of its constructor.
MADE: Mapping[str, tuple[str, Sequence[str]]] = MappingProxyType({
    "datetime.date": ("datetime", MOMENTS),
    "datetime.datetime": ("datetime", (*MOMENTS, *(f"{day}, 23, 59, 59, 999999" for day in MOMENTS))),
    "datetime.time": ("datetime", ("0", "12, 30", "23, 59, 59, 999999")),
    "datetime.timedelta": ("datetime", SPANS),
    "decimal.Decimal": ("decimal", NUMBERS),
    "fractions.Fraction": ("fractions", RATIOS),
    "pathlib.Path": ("pathlib", PATHS),
    "pathlib.PurePath": ("pathlib", PATHS),
    "pathlib.PurePosixPath": ("pathlib", PATHS),
    "io.StringIO": ("io", STREAMED),
    "io.BytesIO": ("io", RAW),
    "io.TextIOWrapper": ("io", ENCODED),
    "uuid.UUID": ("uuid", ("int=0", "int=2 ** 128 - 1")),
    "argparse.Namespace": ("argparse", ("", "a=1")),
    "types.SimpleNamespace": ("types", ("", "a=1")),
    "contextlib.ExitStack": ("contextlib", ("",)),
})  # fmt: skip

# What another name may be, where the type itself is abstract, or has several names.
INSTEAD: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "os.PathLike": ("pathlib.PurePosixPath", "pathlib.Path"),
    "typing.TextIO": ("io.StringIO", "io.StringIO", "io.TextIOWrapper"),
    "typing.BinaryIO": ("io.BytesIO",),
    "typing.IO": ("io.StringIO", "io.BytesIO"),
    "io.TextIOBase": ("io.StringIO", "io.TextIOWrapper"),
    "io.BufferedIOBase": ("io.BytesIO",),
    "io.IOBase": ("io.StringIO", "io.BytesIO"),
})  # fmt: skip
TYPING = ("typing_extensions", "collections.abc", "t", "_typeshed")


def made(dotted: str, inner: Sequence[str], random: Random) -> str | None:
    """An expression for a value of the type with this dotted name, and these arguments in brackets; None where it is
    not known how."""
    module, _, last = dotted.rpartition(".")
    dotted = f"typing.{last}" if module in TYPING else dotted
    if dotted == "typing.IO" and inner in (["str"], ["bytes"]):
        dotted = "typing.TextIO" if inner == ["str"] else "typing.BinaryIO"
    dotted = random.choice(INSTEAD.get(dotted, (dotted,)))
    if dotted in ("re.Pattern", "typing.Pattern"):
        text = random.choice(PATTERNS)
        return f"__import__('re').compile({'b' + text.lstrip('r') if inner == ['bytes'] else text})"
    if dotted in MADE:
        home, choices = MADE[dotted]
        return f"__import__({home!r}).{dotted.rpartition('.')[2]}({random.choice(choices)})"
    kind = getattr(builtins, dotted, None)
    if isinstance(kind, type) and issubclass(kind, BaseException) and not issubclass(kind, UnicodeError):
        return f"{dotted}({random.choice(ERRORS)})"
    return BARE.get(dotted)


BARE: Mapping[str, str] = MappingProxyType({
    "range": "range(3)",
    "slice": "slice(1, 3)",
    "type": "int",
    "typing.Type": "int",
    "typing.Hashable": "'a'",
    "typing.LiteralString": "'a'",
    "typing.AnyStr": "'a'",
    "logging.Logger": "__import__('logging').getLogger('a')",
    "datetime.tzinfo": "__import__('datetime').timezone.utc",
    "datetime.timezone": "__import__('datetime').timezone.utc",
})  # fmt: skip
