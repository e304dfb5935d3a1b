"""PEP 316 docstrings as CrossHair reads them: `pre:`, `post:`, `post[xs]:`, `inv:` and `raises:`.

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... def push(xs, x):
...     \\"\\"\\"Append.
...
...     pre: x >= 0
...     post[xs]:
...         # the list grows
...         len(xs) == len(__old__.xs) + 1
...         _ is None
...     raises: ValueError, KeyError
...     \\"\\"\\"
... ''', "push")
>>> [(k.expression, k.line) for k in c.requires], c.modifies, c.raises.exceptions
([('x >= 0', 5)], ('xs',), ('ValueError', 'KeyError'))
>>> for k in c.ensures: print(k.expression, k.line, k.result_name, k.old)
len(xs) == len(__old__.xs) + 1 8 None (('__old__.xs', 'xs'),)
__return__ is None 9 __return__ ()

A line that is not an expression is kept as a clause that cannot be read:

>>> c = contract_of('''
... def f(x):
...     "post: the result is positive"
... ''', "f")
>>> [(k.text, k.opaque) for k in c.ensures]
[('the result is positive', 'not a Python expression')]
"""

from __future__ import annotations

import ast
from dataclasses import replace

from verheal.contracts.dialects.conditions import Place, mentioned, mentions_private, origin_of
from verheal.contracts.dialects.context import Ancestor, Context, Function, Subject, parameter_names
from verheal.contracts.dialects.docstrings import Line, Sections, docstring_lines, sections
from verheal.contracts.dialects.documented import announced
from verheal.contracts.dialects.model import Clause, Contract, ContractProblem, Exceptional, Kind, Raises
from verheal.contracts.dialects.names import Unreadable, free_names, replace_names, source_of
from verheal.contracts.dialects.weakening import inherited

_RETURN = "__return__"
_OLD = "__old__"


def read(subject: Subject) -> Contract:
    """The docstring's clauses, and as in CrossHair those of the methods it overrides."""
    own = _written(subject.function, subject.name)
    own = replace(own, invariants_of_class=_invariants_to_keep(subject))
    if not subject.inherits:
        return own
    for ancestor in subject.ancestors:
        method = ancestor.method_like(subject.function)
        if method is None:
            continue
        above = _written(method, f"{ancestor.cls.name}.{method.name}")
        own = replace(
            own,
            requires=own.requires or inherited(above.requires, ancestor, subject),
            ensures=(*inherited(above.ensures, ancestor, subject), *own.ensures),
            raises=_either(own.raises, above.raises),
            exceptional=(*own.exceptional, *above.exceptional),
            modifies=above.modifies if own.modifies is None else own.modifies,
        )
    return own


def supposed(kind: Kind, text: str, function: Function, name: str) -> Clause:
    """A condition that nobody has written, in this notation: it stands where the function does.

    >>> tree = ast.parse("def f(xs): ...").body[0]
    >>> found = supposed("ensures", "_ <= len(__old__.xs)", tree, "f")
    >>> found.expression, found.origin, found.old
    ('__return__ <= len(__old__.xs)', 'inferred', (('__old__.xs', 'xs'),))
    """
    place = Place(kind, "pep316", name, function.lineno, function.lineno, "inferred")
    return _clause(place, Line(text, function.lineno, function.lineno), function)


def class_invariants(
    cls: ast.ClassDef, ancestors: tuple[Ancestor, ...], context: Context
) -> tuple[Clause, ...]:
    """`inv:` of the class docstring and of its ancestors'."""
    above = [replace(c, origin="inherited") for a in reversed(ancestors) for c in _invariants_of(a.cls)]
    return (*above, *_invariants_of(cls))


def _invariants_to_keep(subject: Subject) -> tuple[Clause, ...]:
    name = subject.function.name
    dunder = name.startswith("__") and name.endswith("__")
    static = any(isinstance(d, ast.Name) and d.id in _STATIC for d in subject.function.decorator_list)
    if subject.cls is None or static or name in _EXEMPT or (name.startswith("_") and not dunder):
        return ()
    return class_invariants(subject.cls, subject.ancestors, subject.context)


_STATIC = ("staticmethod", "classmethod")
_EXEMPT = frozenset({"__new__", "__repr__", "__setattr__", "__delattr__", "__replace__"})


def _written(function: Function, name: str) -> Contract:
    lines = docstring_lines(function)
    found = sections(lines, ("pre", "post", "raises"))
    requires = [_of_line("requires", name, entry, function) for entry in found.of("pre")]
    ensures = [_of_line("ensures", name, entry, function) for entry in found.of("post")]
    raises, problems = _raises(found)
    documented = [Exceptional(e.text, "", e.text, "pep316", e.line, e.line) for e in announced(lines)]
    listed = () if raises is None or raises.exceptions is None else raises.exceptions
    permitted = [
        Exceptional(e, "", e, "pep316", raises.line, raises.line) for e in listed if raises is not None
    ]
    return Contract(
        requires=tuple(requires),
        ensures=tuple(ensures),
        raises=raises,
        exceptional=(*permitted, *documented),
        modifies=found.modifies,
        problems=(*found.problems, *problems),
    )


def _of_line(kind: Kind, name: str, entry: Line, function: Function) -> Clause:
    text, _, comment = entry.text.rpartition("#")
    origin = origin_of(comment) if text else "written"
    if origin == "inferred":
        entry = replace(entry, text=text.rstrip())
    return _clause(Place(kind, "pep316", name, entry.line, entry.end_line, origin), entry, function)


def _raises(found: Sections) -> tuple[Raises | None, tuple[ContractProblem, ...]]:
    names: list[str] = []
    problems = []
    for entry in found.of("raises"):
        for text in entry.text.split("#")[0].split(","):
            name = text.strip()
            if name and all(part.isidentifier() for part in name.split(".")):
                names.append(name)
            elif name:
                problems.append(
                    ContractProblem(entry.line, f"raises: `{name}` is not the name of an exception")
                )
    if not names:
        return None, tuple(problems)
    return Raises(tuple(dict.fromkeys(names)), "pep316", found.of("raises")[0].line), tuple(problems)


def _either(own: Raises | None, above: Raises | None) -> Raises | None:
    if own is None or above is None or own.exceptions is None or above.exceptions is None:
        return own or above
    return replace(own, exceptions=tuple(dict.fromkeys((*own.exceptions, *above.exceptions))))


def _invariants_of(cls: ast.ClassDef) -> tuple[Clause, ...]:
    found = sections(docstring_lines(cls), ("inv",))
    return tuple(
        _clause(Place("invariant", "pep316", cls.name, e.line, e.end_line), e, None) for e in found.of("inv")
    )


def _clause(place: Place, entry: Line, function: Function | None) -> Clause:
    try:
        body, old = _read(entry.text, place, function)
        return place.clause(
            source_of(body),
            entry.text,
            result_name=_RETURN if place.kind == "ensures" and _RETURN in free_names(body) else None,
            old=tuple((f"{_OLD}.{name}", name) for name in old),
            old_copies=bool(old),
            parameters=mentioned(function, [body, *(ast.Name(id=name, ctx=ast.Load()) for name in old)]),
            raises_on_failure="",
        )
    except Unreadable as reason:
        return place.opaque(entry.text, str(reason), raises_on_failure="")


def _read(text: str, place: Place, function: Function | None) -> tuple[ast.expr, tuple[str, ...]]:
    """The expression, with `_` written as `__return__`, and the parameters whose entry values it uses."""
    if "\\" in text:
        raise Unreadable("a backslash in a docstring may be an escape of it or of the condition")
    try:
        body = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unreadable("not a Python expression") from None
    body = _implications(body)
    names = () if function is None else parameter_names(function)
    free = free_names(body)
    if place.kind != "ensures":
        absent = {_RETURN, _OLD} & (free - set(names))
        if absent:
            raise Unreadable(f"`{min(absent)}` has no value here")
        if mentions_private(body):
            raise Unreadable("a private name is not mangled in a docstring")
        return replace_names(body, {}), ()
    if mentions_private(body):
        raise Unreadable("a private name is not mangled in a docstring")
    body = replace_names(body, {"_": ast.Name(id=_RETURN, ctx=ast.Load())})
    return body, _old_names(body, names)


def _old_names(body: ast.expr, names: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    count = 0
    for node in ast.walk(body):
        match node:
            case ast.Name(id=name) if name == _OLD:
                count += 1
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if name == _OLD:
                count -= 1
                if attr not in names:
                    raise Unreadable(f"the function has no parameter `{attr}`")
                found[attr] = None
    if count:
        raise Unreadable("`__old__` is used other than by its attributes")
    return tuple(sorted(found))


class _Implications(ast.NodeTransformer):
    """CrossHair reads `implies(a, b)` as `b if a else True`, so that `b` may rely on `a`."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="implies"), args=[test, then], keywords=[]):
                return ast.IfExp(test=test, body=then, orelse=ast.Constant(value=True))
            case _:
                return node


def _implications(body: ast.expr) -> ast.expr:
    try:
        rewritten = _Implications().visit(body)
    except RecursionError:
        raise Unreadable("the condition is nested too deeply") from None
    assert isinstance(rewritten, ast.expr)
    return rewritten
