"""Classes that answer isinstance in their own way, and those whose answer runs no code that was not read.

Law (data model, "Customizing instance and subclass checks"): only a metaclass's `__instancecheck__` and, for abstract
base classes, `__subclasshook__` have a say in isinstance.
"""

from __future__ import annotations

import builtins
import collections.abc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program
    from verheal.contracts.source import model

REFUSING = frozenset({"Protocol", "TypedDict", "NewType"})  # isinstance with these may be a TypeError
STANDARD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("collections.abc", tuple(collections.abc.__all__)),
    ("collections", ("OrderedDict", "defaultdict", "deque", "Counter", "ChainMap", "UserDict", "UserList")),
    ("datetime", ("date", "datetime", "time", "timedelta", "tzinfo", "timezone")),
    ("decimal", ("Decimal",)),
    ("enum", ("Enum", "IntEnum", "Flag", "IntFlag")),
    ("fractions", ("Fraction",)),
    ("inspect", ("Parameter", "Signature")),
    ("io", ("IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "TextIOWrapper", "BytesIO", "StringIO")),
    ("numbers", ("Number", "Complex", "Real", "Rational", "Integral")),
    ("os", ("PathLike",)),
    ("pathlib", ("Path", "PurePath", "PosixPath", "WindowsPath", "PurePosixPath", "PureWindowsPath")),
    ("re", ("Pattern", "Match")),
    ("types", ("FunctionType", "MethodType", "ModuleType", "GeneratorType", "CodeType", "TracebackType", "FrameType")),
    ("types", ("BuiltinFunctionType", "MappingProxyType", "SimpleNamespace", "GenericAlias", "UnionType", "NoneType")),
    ("typing", ("Mapping", "Sequence", "Iterable", "Iterator", "Callable", "Hashable", "MutableMapping", "Collection")),
    ("uuid", ("UUID",)),
)


def only_asked(program: Program, one: model.Class, keyword: str) -> bool:
    """metaclass=M where M is read and answers isinstance and issubclass in its own way, and does nothing else."""
    from verheal.contracts.lowering.bindings import ClassRef, External

    word, _, value = keyword.partition("=")
    found = program.attribute(one.module, value) if word == "metaclass" else None
    meta = program.classes.get(found.key) if isinstance(found, ClassRef) else None
    if meta is None or meta.bases != ("type",) or meta.fields or meta.init_fields or meta.keywords or meta.decorators:
        return False
    names = {qualname.rpartition(".")[2] for qualname in meta.methods}
    plain = program.attribute(meta.module, "type") == External("builtins.type")
    return plain and names <= {"__instancecheck__", "__subclasscheck__"} and meta.key not in program.redefined


def standard_class(dotted: str) -> bool:
    """Is it a class of the standard library that can be asked for?"""
    module, _, name = dotted.rpartition(".")
    if module == "builtins":
        return isinstance(getattr(builtins, name, None), type)
    return any(module == known and name in names for known, names in STANDARD)


def answers_itself(program: Program, key: str, depth: int = 0) -> bool:
    """May isinstance with this class run code of the user's or of a library's, or refuse to answer?"""
    from verheal.contracts.lowering.bindings import ClassRef, External
    from verheal.contracts.lowering.harmless import HARMLESS_BASES

    one = program.classes.get(key)
    if one is None or depth > 20 or one.is_protocol:
        return True
    if any("ABCMeta" not in word and "DBCMeta" not in word for word in one.keywords):
        return True
    names = {qualname.rpartition(".")[2] for qualname in one.methods} | {item.name for item in one.fields}
    if names & {"__subclasshook__", "__class__"} or key in program.redefined:
        return True
    for base in one.bases:
        match program.attribute(one.module, base.partition("[")[0]):
            case ClassRef(above):
                if answers_itself(program, above, depth + 1):
                    return True
            case External(dotted):
                root, last = dotted.partition(".")[0], dotted.rpartition(".")[2]
                harmless = dotted in HARMLESS_BASES and last not in REFUSING
                if last in REFUSING or not (harmless or root in sys.stdlib_module_names):
                    return True
            case _:
                return True
    return False
