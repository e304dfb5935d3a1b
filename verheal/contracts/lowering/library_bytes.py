"""Lines of the library's table for bytes and bytearray; what a bytearray holds is never remembered."""

from __future__ import annotations

BYTES = """
builtins.bytes(.x:octets) -> builtins.bytes
builtins.bytes() -> builtins.bytes
builtins.bytes.__len__() -> int
builtins.bytes.__getitem__(.i:int) -> int ! IndexError
builtins.bytes.__add__(.x:octets) -> builtins.bytes
builtins.bytes.__eq__(.x:builtins.bytes) -> bool
builtins.bytes.__ne__(.x:builtins.bytes) -> bool
builtins.bytes.__lt__(.x:builtins.bytes) -> bool
builtins.bytes.__le__(.x:builtins.bytes) -> bool
builtins.bytes.__gt__(.x:builtins.bytes) -> bool
builtins.bytes.__ge__(.x:builtins.bytes) -> bool
builtins.bytes.__contains__(.x:octets) -> bool
builtins.bytes.__contains__(.x:int) -> bool ! ValueError
builtins.bytes.__repr__() -> str
builtins.bytes.__str__() -> str
builtins.bytes.startswith(.x:octets, .start:int|None?, .end:int|None?) -> bool
builtins.bytes.endswith(.x:octets, .start:int|None?, .end:int|None?) -> bool
builtins.bytes.find(.x:octets, .start:int|None?, .end:int|None?) -> int
builtins.bytes.rfind(.x:octets, .start:int|None?, .end:int|None?) -> int
builtins.bytes.count(.x:octets, .start:int|None?, .end:int|None?) -> int
builtins.bytes.index(.x:octets, .start:int|None?, .end:int|None?) -> int ! ValueError
builtins.bytes.rindex(.x:octets, .start:int|None?, .end:int|None?) -> int ! ValueError
builtins.bytes.strip(.x:octets|None?) -> builtins.bytes
builtins.bytes.lstrip(.x:octets|None?) -> builtins.bytes
builtins.bytes.rstrip(.x:octets|None?) -> builtins.bytes
builtins.bytes.lower() -> builtins.bytes
builtins.bytes.upper() -> builtins.bytes
builtins.bytes.title() -> builtins.bytes
builtins.bytes.capitalize() -> builtins.bytes
builtins.bytes.swapcase() -> builtins.bytes
builtins.bytes.isalnum() -> bool
builtins.bytes.isalpha() -> bool
builtins.bytes.isascii() -> bool
builtins.bytes.isdigit() -> bool
builtins.bytes.islower() -> bool
builtins.bytes.isspace() -> bool
builtins.bytes.istitle() -> bool
builtins.bytes.isupper() -> bool
builtins.bytes.removeprefix(.x:octets) -> builtins.bytes
builtins.bytes.removesuffix(.x:octets) -> builtins.bytes
builtins.bytes.replace(.old:octets, .new:octets) -> builtins.bytes
builtins.bytes.split(sep:octets|None?, maxsplit:int?) -> list[bytes] ! ValueError/sep OverflowError/maxsplit
builtins.bytes.rsplit(sep:octets|None?, maxsplit:int?) -> list[bytes] ! ValueError/sep OverflowError/maxsplit
builtins.bytes.splitlines(keepends:bool?) -> list[bytes]
builtins.bytes.partition(.sep:builtins.bytes) -> tuple[bytes] ! ValueError/sep
builtins.bytes.rpartition(.sep:builtins.bytes) -> tuple[bytes] ! ValueError/sep
builtins.bytes.join(.parts:list[bytes]|list[bytearray]) -> builtins.bytes
builtins.bytes.hex() -> str
builtins.int.from_bytes(bytes:octets, byteorder:str, signed=bool?) -> int ! ValueError/byteorder
builtins.bytes.decode() -> str ! UnicodeDecodeError
builtins.bytes.decode(encoding:str) -> str ! UnicodeDecodeError */encoding
builtins.bytes.decode(encoding:str, errors:str) -> str ! */encoding */errors
builtins.bytes.decode(errors=str) -> str ! */errors
"""
BYTEARRAYS = """
builtins.bytearray(.x:octets) -> builtins.bytearray
builtins.bytearray() -> builtins.bytearray
builtins.bytearray.__len__() -> int
builtins.bytearray.__getitem__(.i:int) -> int ! IndexError
builtins.bytearray.__add__(.x:octets) -> builtins.bytearray
builtins.bytearray.__eq__(.x:octets) -> bool
builtins.bytearray.__ne__(.x:octets) -> bool
builtins.bytearray.__lt__(.x:octets) -> bool
builtins.bytearray.__le__(.x:octets) -> bool
builtins.bytearray.__gt__(.x:octets) -> bool
builtins.bytearray.__ge__(.x:octets) -> bool
builtins.bytearray.__contains__(.x:octets) -> bool
builtins.bytearray.__contains__(.x:int) -> bool ! ValueError
builtins.bytearray.__repr__() -> str
builtins.bytearray.__str__() -> str
builtins.bytearray.startswith(.x:octets, .start:int|None?, .end:int|None?) -> bool
builtins.bytearray.endswith(.x:octets, .start:int|None?, .end:int|None?) -> bool
builtins.bytearray.find(.x:octets, .start:int|None?, .end:int|None?) -> int
builtins.bytearray.rfind(.x:octets, .start:int|None?, .end:int|None?) -> int
builtins.bytearray.count(.x:octets, .start:int|None?, .end:int|None?) -> int
builtins.bytearray.index(.x:octets, .start:int|None?, .end:int|None?) -> int ! ValueError
builtins.bytearray.rindex(.x:octets, .start:int|None?, .end:int|None?) -> int ! ValueError
builtins.bytearray.strip(.x:octets|None?) -> builtins.bytearray
builtins.bytearray.lstrip(.x:octets|None?) -> builtins.bytearray
builtins.bytearray.rstrip(.x:octets|None?) -> builtins.bytearray
builtins.bytearray.lower() -> builtins.bytearray
builtins.bytearray.upper() -> builtins.bytearray
builtins.bytearray.title() -> builtins.bytearray
builtins.bytearray.capitalize() -> builtins.bytearray
builtins.bytearray.swapcase() -> builtins.bytearray
builtins.bytearray.isalnum() -> bool
builtins.bytearray.isalpha() -> bool
builtins.bytearray.isascii() -> bool
builtins.bytearray.isdigit() -> bool
builtins.bytearray.islower() -> bool
builtins.bytearray.isspace() -> bool
builtins.bytearray.istitle() -> bool
builtins.bytearray.isupper() -> bool
builtins.bytearray.removeprefix(.x:octets) -> builtins.bytearray
builtins.bytearray.removesuffix(.x:octets) -> builtins.bytearray
builtins.bytearray.replace(.old:octets, .new:octets) -> builtins.bytearray
builtins.bytearray.split(sep:octets|None?, maxsplit:int?) -> list[bytearray] ! ValueError/sep OverflowError/maxsplit
builtins.bytearray.rsplit(sep:octets|None?, maxsplit:int?) -> list[bytearray] ! ValueError/sep OverflowError/maxsplit
builtins.bytearray.splitlines(keepends:bool?) -> list[bytearray]
builtins.bytearray.partition(.sep:octets) -> tuple[bytearray] ! ValueError/sep
builtins.bytearray.rpartition(.sep:octets) -> tuple[bytearray] ! ValueError/sep
builtins.bytearray.join(.parts:list[bytes]|list[bytearray]) -> builtins.bytearray
builtins.bytearray.hex() -> str
builtins.bytearray.decode() -> str ! UnicodeDecodeError
builtins.bytearray.decode(encoding:str) -> str ! UnicodeDecodeError */encoding
builtins.bytearray.decode(encoding:str, errors:str) -> str ! */encoding */errors
builtins.bytearray.decode(errors=str) -> str ! */errors
builtins.bytearray.copy() -> builtins.bytearray
"""
# Encodings that every CPython has, decodes any bytes with, or raises UnicodeDecodeError.
CODECS = frozenset({"utf-8", "utf8", "UTF-8", "ascii", "us-ascii", "latin-1", "latin1", "iso-8859-1"})
# What decoders do instead of raising.
LENIENT = frozenset({"ignore", "replace", "backslashreplace"})
# Whose items are ints, and whose slices are of the same class.
SLICED = frozenset({"builtins.bytes", "builtins.bytearray"})
