"""What an annotation says beyond the types of the core: which values conform to it for sure, and by what name.

Law: a value conforms to `A | B` when it conforms to `A`; to what was written of it; and a builtin container conforms
to the abstract ones of `typing` and `collections.abc` that its class is registered with, if its elements do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, replace

from verheal.contracts.core.types import (
    NEVER,
    STR,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    HoleT,
    IntT,
    ListT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    alternatives,
    is_unknown,
    join,
    show,
)
from verheal.contracts.lowering import new_types, type_variables
from verheal.contracts.lowering.annotations import TRANSPARENT, Reader, accepts
from verheal.contracts.lowering.bodies import made_of
from verheal.contracts.lowering.program import ConstantRef, Program

ANY = "*"  # the label of what may be anything
ANYTHING = frozenset({"typing.Any", "builtins.object"})
UNIONS = frozenset({"typing.Optional", "typing.Union"})
OF_ONE = frozenset({"typing.Iterable", "typing.Collection", "typing.Container"})
OF_SEQUENCES = OF_ONE | {"typing.Sequence", "typing.Reversible"}
OF_LISTS = OF_SEQUENCES | {"typing.MutableSequence"}
OF_SETS = OF_ONE | {"typing.AbstractSet", "typing.Set", "typing.MutableSet", "builtins.set"}
OF_DICTS = OF_ONE | {"typing.Reversible"}
OF_TWO = frozenset({"typing.Mapping", "typing.MutableMapping", "typing.Dict", "builtins.dict"})
# Generic classes of whose arguments a label may speak: what nobody can put something else into later, if containers
# keep to what is written of them.
LASTING = frozenset(
    {
        "typing.Callable",
        "builtins.type",
        "typing.Literal",
        "typing.IO",
        "typing.Pattern",
        "typing.Match",
        "re.Pattern",
        "re.Match",
        "os.PathLike",
        "builtins.frozenset",
        "typing.AbstractSet",
        "typing.Collection",
        "typing.Iterable",
        "typing.Mapping",
        "typing.Reversible",
        "typing.Sequence",
    }
)
# Other names of what is spelled so.
ALSO: tuple[tuple[str, str], ...] = (
    ("collections.abc.Set", "typing.AbstractSet"),
    ("collections.abc.", "typing."),
    ("typing_extensions.", "typing."),
    ("typing.FrozenSet", "builtins.frozenset"),
)
DEPTH = 8


@dataclass(frozen=True)
class Written:
    """The alternatives of an annotation: `kind` joins those with a core type, `parts` are the others as they stand.

    `names` has one spelling for every alternative; `whole` says that none was left out.
    """

    kind: Type = NEVER
    parts: tuple[tuple[Reader, ast.expr], ...] = ()
    names: frozenset[str] = frozenset()
    whole: bool = True

    def plus(self, other: Written) -> Written:
        """All alternatives of both."""
        return Written(
            join(self.kind, other.kind),
            self.parts + other.parts,
            self.names | other.names,
            self.whole and other.whole,
        )


def written(reader: Reader, node: ast.expr | str | None, deep: bool = False, depth: int = 0) -> Written:
    """The alternatives of an annotation. Never raises; what cannot be followed is left out."""
    if isinstance(node, str):
        try:
            node = ast.parse(node, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return Written(whole=False)
    if node is None or depth > DEPTH:
        return Written(whole=False)
    kind = reader.type_of(node, deep)
    if not is_unknown(kind):
        names = frozenset(show(one) for one in alternatives(kind))
        hidden = any(show(OpaqueT()) in name for name in names)
        own = frozenset({_spelling(reader, node, depth)}) if hidden else names
        return Written(kind, (), own - {""}, "" not in own)
    match node:
        case ast.Constant(value=str() as text):
            return written(reader, text, deep, depth + 1)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return written(reader, left, deep, depth + 1).plus(written(reader, right, deep, depth + 1))
        case ast.Subscript(value=base, slice=inner):
            return _subscript(reader, node, reader.dotted(base), inner, deep, depth)
        case ast.Name() | ast.Attribute():
            return _named(reader, node, deep, depth)
        case _:
            return Written(whole=False)


def _subscript(
    reader: Reader, node: ast.Subscript, base: str, inner: ast.expr, deep: bool, depth: int
) -> Written:
    if base in TRANSPARENT:
        first = inner.elts[0] if isinstance(inner, ast.Tuple) else inner
        return written(reader, first, deep, depth + 1)
    if base in UNIONS:
        found = written(reader, ast.Constant(None), deep) if base == "typing.Optional" else Written()
        for part in inner.elts if isinstance(inner, ast.Tuple) else [inner]:
            found = found.plus(written(reader, part, deep, depth + 1))
        return found
    name = _spelling(reader, node, depth)
    return Written(parts=((reader, node),), names=frozenset({name} - {""}), whole=bool(name))


def _named(reader: Reader, node: ast.expr, deep: bool, depth: int) -> Written:
    found = reader.program.attribute(reader.module, ast.unparse(node))
    if not isinstance(found, ConstantRef):
        name = _spelling(reader, node, depth)
        return Written(parts=((reader, node),), names=frozenset({name} - {""}), whole=bool(name))
    if found.constant.rebound or found.constant.value is None:
        return Written(whole=False)
    if (variable := type_variables.variable(reader.program, found)) is not None:
        known = type_variables.in_scope(reader, variable)
        return Written(names=frozenset({variable if known else "typing.Any"}))
    inner = replace(reader, module=found.module)
    if (base := new_types.base(reader.program, found)) is not None:
        return written(inner, base, deep, depth + 1)
    if isinstance(ast.parse(found.constant.value, mode="eval").body, ast.Call):
        return Written(names=frozenset({f"{found.module}:{found.constant.name}"}))
    return written(inner, found.constant.value, deep, depth + 1)


def _spelling(reader: Reader, node: ast.expr, depth: int) -> str:
    """One spelling of an annotation whose values stay what they are; "" where a part cannot be followed."""
    match node:
        case ast.Name() | ast.Attribute():
            return "" if _typed_dict(reader, node) else _head(reader, node)
        case ast.Subscript(value=base, slice=inner):
            head = _head(reader, base).replace("typing.Tuple", "builtins.tuple").replace("typing.Type", "builtins.type")
            endless = head == "builtins.tuple" and isinstance(inner, ast.Tuple) and len(inner.elts) == 2
            if head not in LASTING and not (endless and _is_ellipsis(inner)):
                return ""
            if head == "typing.Literal":
                return f"{head}[{ast.unparse(inner)}]"
            parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            spelled = [_argument(reader, part, depth + 1) for part in parts]
            return f"{head}[{', '.join(spelled)}]" if all(spelled) else ""
        case _:
            return ""


def _is_ellipsis(inner: ast.expr) -> bool:
    return isinstance(inner, ast.Tuple) and isinstance(inner.elts[1], ast.Constant) and inner.elts[1].value is ...


def _head(reader: Reader, node: ast.expr) -> str:
    name = reader.dotted(node)
    for other, known in ALSO:
        name = name.replace(other, known)
    return name


def _typed_dict(reader: Reader, node: ast.expr) -> bool:
    key = reader.dotted(node).removeprefix("class ")
    one = reader.program.classes.get(key)
    chain = reader.program.describe(key).chain if one is not None else ()
    return any(base.endswith("TypedDict") for k in chain for base in reader.program.classes[k].bases)


def _argument(reader: Reader, node: ast.expr, depth: int) -> str:
    match node:
        case ast.Constant(value=value) if value is ...:
            return "..."
        case ast.List(elts=parts):
            spelled = [_argument(reader, part, depth) for part in parts]
            return f"[{', '.join(spelled)}]" if all(spelled) else ""
        case _:
            found = written(reader, node, True, depth)
            return " | ".join(sorted(found.names)) if found.whole else ""


def label(reader: Reader, node: ast.expr | str, deep: bool) -> tuple[str, ...]:
    """What an opaque type keeps of its annotation: nothing where a part cannot be followed."""
    found = written(replace(reader, labels=False), node, deep)
    if not found.whole:
        return ()
    return (ANY,) if found.names & ANYTHING else tuple(sorted(found.names))


def labelled(reader: Reader, node: ast.expr | str | None, deep: bool = False) -> Type:
    """The type of a value that conforms to the annotation: where it is opaque, what is written is kept."""
    kind = reader.type_of(node, deep)
    if node is None or not is_unknown(kind):
        return kind
    return OpaqueT(label(reader, node, deep))


def conforms(reader: Reader, node: ast.expr | str | None, kind: Type) -> bool:
    """Does every value of the type conform to the annotation, for sure?"""
    found = written(replace(reader, labels=True), node)
    own = OpaqueT((ANY,) if found.names & ANYTHING else tuple(found.names))
    return all(
        takes(reader.program, own, one)
        or takes(reader.program, found.kind, one)
        or any(_abstract(part, where, one) for part, where in found.parts)
        for one in alternatives(kind)
    )


NO_NONE = frozenset({"Bool", "Int", "Float", "Str", "builtins.bytes", "builtins.bytearray", "builtins.complex"})


def never_none(program: Program, names: tuple[str, ...]) -> bool:
    """Is None, for sure, no value of what the label names?"""

    def one(name: str) -> bool:
        known = program.classes.get(made_of(name)[0] or name)
        return name in NO_NONE or (known is not None and not known.is_protocol)

    return bool(names) and all(one(name) for name in names)


def together(kinds: Iterable[Type]) -> Type:
    """The join of the types; where that is opaque, all that is written of them."""
    given = [one for kind in kinds for one in alternatives(kind)]
    joined: Type = NEVER
    for one in given:
        joined = join(joined, one)
    if not is_unknown(joined) or any(is_unknown(one) and not one.label for one in given):
        return joined
    named = BoolT | IntT | FloatT | StrT | NoneT | EnumT | ClassT | OpaqueT
    lists = [one for one in given if isinstance(one, ListT) and "Hole<" not in show(one)]
    if not all(isinstance(one, named) or one in lists for one in given):
        return joined
    names = {name for one in given for name in (one.label if isinstance(one, OpaqueT) else (show(one),))}
    return OpaqueT((ANY,) if ANY in names else tuple(sorted(names)))


def takes(program: Program, declared: Type, actual: Type) -> bool:
    """Does every value of `actual` conform to `declared`, a type with labels, for sure?"""
    names = {show(option) for option in alternatives(declared)}
    return all(
        any(_takes(program, option, one) for option in alternatives(declared))
        or (is_unknown(one) and bool(one.label) and names.issuperset(one.label))
        for one in alternatives(actual)
    )


def _takes(program: Program, option: Type, actual: Type) -> bool:
    match option, actual:
        case OpaqueT(names), _ if ANY in names:
            return True
        case OpaqueT(names), OpaqueT(own):
            towers = {"Float": {"Int", "Bool"}, "Int": {"Bool"}}
            allowed = set(names).union(*(towers.get(name, set()) for name in names))
            return bool(own) and ANY not in own and set(own) <= allowed
        case OpaqueT(names), _:
            return show(actual) in names
        case (ListT(a), ListT(b)) | (SetT(a), SetT(b)):
            return takes(program, a, b)
        case DictT(a, c), DictT(b, d):
            return takes(program, a, b) and takes(program, c, d)
        case TupleT(xs), TupleT(ys):
            return len(xs) == len(ys) and all(takes(program, x, y) for x, y in zip(xs, ys, strict=True))
        case _, OpaqueT():
            return False
        case _:
            return accepts(program, option, actual)


def _abstract(reader: Reader, node: ast.expr, kind: Type) -> bool:
    """Does a value of a type that is no union conform to this abstract container, tuple of any length, or class?"""
    match node:
        case ast.Subscript(value=base, slice=inner):
            head, arguments = _head(reader, base), inner.elts if isinstance(inner, ast.Tuple) else [inner]
        case _:
            head, arguments = _head(reader, node), []
    first = arguments[0] if arguments else None
    second = arguments[1] if len(arguments) > 1 else None
    match kind:
        case StrT():
            return head in ("typing.Hashable", "typing.Sized") or (head in OF_SEQUENCES and _holds(reader, first, STR))
        case IntT() | BoolT() | FloatT() | NoneT() | EnumT():
            return head == "typing.Hashable"
        case ClassT(name):
            return head.startswith("class ") and head.removeprefix("class ") in reader.program.describe(name).chain
        case _ if head == "typing.Sized":
            return True
        case ListT(element):
            return head in OF_LISTS and _holds(reader, first, element)
        case SetT(element):
            return head in OF_SETS and _holds(reader, first, element)
        case DictT(key, value) if head in OF_TWO:
            return _holds(reader, first, key) and _holds(reader, second, value)
        case DictT(key, _):
            return head in OF_DICTS and _holds(reader, first, key)
        case TupleT(items):
            endless = isinstance(second, ast.Constant) and second.value is ...
            tuples = head in ("builtins.tuple", "typing.Tuple") and (endless or first is None)
            return (tuples or head in OF_SEQUENCES) and all(_holds(reader, first, item) for item in items)
        case _:
            return False


def _holds(reader: Reader, node: ast.expr | None, kind: Type) -> bool:
    """Do elements of the type conform? Nothing written is anything; nothing was put into a container of nothing."""
    if node is None:
        return True
    return not isinstance(kind, HoleT) and takes(reader.program, reader.type_of(node, True), kind)


__all__ = ["Written", "conforms", "label", "labelled", "never_none", "takes", "together", "written"]
