"""What is known of a class: its method resolution order, its fields and methods, and why it may not be modelled.

Law (data model, "Method Resolution Order"): the classes above are looked through in the order of C3. Bases that add no
attribute of their own, such as `typing.Generic`, are left out of it: that moves no other class.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verheal.contracts.lowering.abstract_bases import abstract_class, asked_by, given_by
from verheal.contracts.lowering.asked import only_asked
from verheal.contracts.lowering.bindings import ClassRef, ConstantRef, External
from verheal.contracts.lowering.bodies import odd_body
from verheal.contracts.lowering.dataclass_fields import Shape, constructor, writes
from verheal.contracts.lowering.exception_bases import EXCEPTIONS, KEPT_BY_EXCEPTIONS
from verheal.contracts.lowering.harmless import HARMLESS_BASES
from verheal.contracts.source import model

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

HARMLESS_DECORATORS = frozenset(
    {"dataclasses.dataclass", "typing.final", "typing_extensions.final", "icontract.invariant", "deal.inv"}
)
OPAQUE_DUNDERS = frozenset({"__getattribute__", "__setattr__", "__delattr__", "__new__"})


@dataclass(frozen=True)
class ClassInfo:
    """What lowering needs of a class. `opaque` says why its instances are not modelled, or is empty.

    `chain` is its method resolution order as far as it was read, itself first; `ordered` says that no class that was
    not read can stand between two of it. `behind` are names that an abstract collection above defines, `asked` those
    that it wants defined; they stand behind all that was read.
    """

    key: str
    chain: tuple[str, ...]
    fields: tuple[tuple[str, str, str | None], ...]
    methods: tuple[tuple[str, str], ...]
    opaque: str
    number: int
    constructor: Shape | None
    exception: bool = False
    ordered: bool = False
    behind: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    def may_have(self, name: str) -> bool:
        """Has it the method, or may it have one that was not read?"""
        return self.method(name) is not None or name in self.behind

    def field_of(self, name: str) -> tuple[str, str | None] | None:
        """(class key that declares the field, its annotation)."""
        return next(((owner, note) for field_name, owner, note in self.fields if field_name == name), None)

    def method(self, name: str) -> str | None:
        """Key of the class whose method `name` an instance uses, or None."""
        return next((owner for method, owner in self.methods if method == name), None)

    def above(self, owner: str) -> tuple[str, ...] | None:
        """The classes that super() looks through in a method of the class `owner`; None where that is not known."""
        if not self.ordered or owner not in self.chain:
            return None
        return self.chain[self.chain.index(owner) + 1 :]


def describe(program: Program, one: model.Class) -> ClassInfo:
    """All of it. Never fails."""
    parents = _parents(program, one)
    number = 1 + sorted(program.classes).index(one.key)
    if any(parent == one.key or one.key in ancestry(program, parent) for parent in parents):
        return ClassInfo(one.key, (one.key,), (), (), "circular inheritance", number, None)
    above = [program.describe(parent) for parent in parents]
    exception = _is_exception(program, one) or any(info.exception for info in above)
    order = linear(program, one.key) if exception and len(one.bases) > 1 else None
    merged = merge([list(info.chain) for info in above] + [list(parents)])
    if order is not None:
        merged = [name for name in order[1:] if ":" in name]
    mro = (one.key, *(merged if merged is not None else above[0].chain))
    opaque = _why_opaque(program, one, order) or next((info.opaque for info in above if info.opaque), "")
    fields, methods, clash = _inherited(above)
    opaque = opaque or ("" if merged is not None else "no method resolution order") or clash
    node = program.class_node(one.key)
    inside = "class inside a function"
    opaque = opaque or (odd_body(program, one.module, node, frozenset(methods)) if node is not None else inside)
    for item in one.fields + one.init_fields:
        # Where a class above keeps it without an annotation, it stays that class's: it is one attribute.
        if item.name not in fields or (fields[item.name] == (one.key, None) and item.annotation):
            fields[item.name] = (one.key, item.annotation)
    methods = {name: next((k for k in mro[1:] if writes(program, k, name)), old) for name, old in methods.items()}
    methods |= {qualname.rpartition(".")[2]: one.key for qualname in one.methods}
    nested = {inner.name for inner in node.body if isinstance(inner, ast.ClassDef)} if node is not None else set()
    behind, asked, clouded = _abstract_above(program, one, above)
    opaque = opaque or clouded
    if kept := sorted(behind & set(fields)):
        opaque = opaque or f"{kept[0]} is both a method and a value"
    if hidden := sorted(nested & {*fields, *methods}):
        opaque = opaque or f"{hidden[0]} is both a class and a value"
    if exception and KEPT_BY_EXCEPTIONS & {*fields, *methods}:
        opaque = opaque or "an attribute that exceptions keep"
    return ClassInfo(
        one.key,
        mro,
        tuple((name, owner, note) for name, (owner, note) in fields.items()),
        tuple(methods.items()),
        opaque,
        number,
        constructor(program, mro),
        exception,
        merged is not None and (order is not None or _ordered(program, mro, above)),
        behind,
        asked,
    )


def _abstract_above(
    program: Program, one: model.Class, above: list[ClassInfo]
) -> tuple[frozenset[str], frozenset[str], str]:
    """What abstract collections above define and ask for, and why they do not go together with other bases, or ""."""
    own = [dotted for base in one.bases if abstract_class(dotted := _dotted(program, one.module, base)) is not None]
    behind = frozenset().union(*(given_by(dotted) for dotted in own), *(info.behind for info in above))
    asked = frozenset().union(*(asked_by(dotted) for dotted in own), *(info.asked for info in above))
    exception = _is_exception(program, one) or any(info.exception for info in above)
    clouded = bool(behind) and bool(own) + exception + len(above) > 1
    return behind, asked, "an abstract collection beside other bases" if clouded else ""


def _parents(program: Program, one: model.Class) -> list[str]:
    bases = (program.attribute(one.module, base.partition("[")[0]) for base in one.bases)
    return [base.key for base in bases if isinstance(base, ClassRef)]


def _ordered(program: Program, mro: tuple[str, ...], above: list[ClassInfo]) -> bool:
    """Is the order known: a single line, or a net of classes that were all read?"""
    if len(program.classes[mro[0]].bases) == 1:
        return all(info.ordered for info in above)
    return all(_all_read(program, program.classes[key]) for key in mro)


def _all_read(program: Program, one: model.Class) -> bool:
    """Is every base one that was read, or one that adds nothing?"""
    dotted = [_dotted(program, one.module, base) for base in one.bases]
    return all(name in HARMLESS_BASES or name.startswith("class ") for name in dotted)


def linear(program: Program, key: str, below: frozenset[str] = frozenset()) -> list[str] | None:
    """The method resolution order of an exception class, builtin classes by their names; None where it is not known."""
    import builtins

    one = program.classes[key]
    orders: list[list[str]] = []
    for base in one.bases:
        dotted = _dotted(program, one.module, base)
        above = dotted.removeprefix("class ")
        if dotted in EXCEPTIONS:
            orders.append([known.__name__ for known in getattr(builtins, dotted).__mro__[:-1]])
        elif dotted.startswith("class ") and above not in below | {key}:
            found = linear(program, above, below | {key})
            if found is None:
                return None
            orders.append(found)
        elif dotted not in HARMLESS_BASES:
            return None
    merged = merge([*orders, [order[0] for order in orders]])
    return None if merged is None else [key, *merged]


def _hidden(program: Program, order: list[str]) -> str:
    """A name that a class defines and a builtin one before it in the order defines as well, or ""."""
    import builtins

    defined = set[str]()
    for name in order:
        if ":" not in name:
            defined |= vars(getattr(builtins, name)).keys()
            continue
        one = program.classes[name]
        own = {qualname.rpartition(".")[2] for qualname in one.methods} | {item.name for item in one.fields}
        if found := sorted(own & defined - {"__doc__", "__module__"}):
            return found[0]
    return ""


def merge(orders: list[list[str]]) -> list[str] | None:
    """C3: one order that keeps each of these; None where there is none."""
    found: list[str] = []
    left = [order for order in orders if order]
    while left:
        heads = (order[0] for order in left)
        head = next((one for one in heads if not any(one in order[1:] for order in left)), None)
        if head is None:
            return None
        found.append(head)
        left = [rest for order in left if (rest := order[1:] if order[0] == head else order)]
    return found


def _inherited(above: list[ClassInfo]) -> tuple[dict[str, tuple[str, str | None]], dict[str, str], str]:
    """Fields and methods of the classes above, and why they do not go together, or ""."""
    fields: dict[str, tuple[str, str | None]] = {}
    methods: dict[str, str] = {}
    clash = ""
    for info in above:
        for name, owner, note in info.fields:
            if fields.setdefault(name, (owner, note)) != (owner, note):
                clash = clash or f"{name} is kept by two classes above"
        methods |= dict(info.methods)
    both = sorted(fields.keys() & methods.keys())
    if len(above) > 1 and both:
        clash = clash or f"{both[0]} is both a method and a value"
    if sum(info.constructor is not None for info in above) > 1:
        clash = clash or "two generated constructors above"
    return fields, methods, clash


def ancestry(program: Program, key: str) -> set[str]:
    """Keys of the class and of all above it, also those that it names in ways that are not modelled."""
    seen: set[str] = set()
    todo = [key]
    while todo:
        current = todo.pop()
        if current in seen or current not in program.classes:
            continue
        seen.add(current)
        one = program.classes[current]
        for base in one.bases:
            found = program.attribute(one.module, base.partition("[")[0])
            for _ in range(5):  # a class under another name
                if not isinstance(found, ConstantRef):
                    break
                found = program.attribute(found.module, found.constant.value or "")
            if isinstance(found, ClassRef):
                todo.append(found.key)
    return seen


def _why_opaque(program: Program, one: model.Class, order: list[str] | None) -> str:
    bases = [(base, _dotted(program, one.module, base)) for base in one.bases]
    others = [(base, dotted) for base, dotted in bases if abstract_class(dotted) is None]
    several = len([dotted for _, dotted in others if dotted not in HARMLESS_BASES]) > 1
    if several and order is None and not _all_read(program, one):
        return "multiple inheritance of what was not read"
    if several and order is not None and (hidden := _hidden(program, order)):
        return f"{hidden} is a builtin exception's as well"
    for base, dotted in others:
        if dotted not in HARMLESS_BASES | EXCEPTIONS and not dotted.startswith("class "):
            return f"base class {base}"
    if one.is_enum or one.is_namedtuple or one.is_protocol:
        return "enumeration, named tuple or protocol"
    for word in one.keywords:
        if "ABCMeta" not in word and "DBCMeta" not in word and not only_asked(program, one, word):
            return f"class keyword {word}"
    for decorator in one.decorators:
        if _dotted(program, one.module, decorator.partition("(")[0]) not in HARMLESS_DECORATORS:
            return f"class decorator {decorator}"
    if one.key in program.redefined:
        return "defined twice"
    names = {qualname.rpartition(".")[2] for qualname in one.methods} | {item.name for item in one.fields}
    odd = sorted(names & OPAQUE_DUNDERS)
    return f"{odd[0]} defined" if odd else ""


def _is_exception(program: Program, one: model.Class) -> bool:
    return any(_dotted(program, one.module, base) in EXCEPTIONS for base in one.bases)


def _dotted(program: Program, module: str, base: str) -> str:
    match program.attribute(module, base.partition("[")[0]):
        case External(dotted):
            return dotted.removeprefix("builtins.")
        case ClassRef(key):
            return f"class {key}"
        case _:
            return f"unknown {base}"
