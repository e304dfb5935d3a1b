"""Calls of a function with made-up arguments."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from verheal.prover.run.scopes import Scope
from verheal.prover.run.shapes import FunctionShape
from verheal.prover.run.values import DICTS, LISTS, SETS, Values


def call_of(shape: FunctionShape, values: Values) -> str:
    """One call of the function, as an expression for the module's namespace. Raises Unsupported."""
    return shape.drive.replace("{}", _any_call(shape, values))


def after(earlier: Sequence[str], call: str) -> str:
    """The call behind earlier ones, which may leave something behind."""
    return f"[{', '.join([*earlier, call])}][-1]"


def _any_call(shape: FunctionShape, values: Values) -> str:
    return _shared(shape, values) or _repeated(shape, values) or _with_itself(shape, values) or _call(shape, values)


def _call(shape: FunctionShape, values: Values) -> str:
    meant = shape.examples and values.random.random() < 0.15
    arguments = values.random.choice(shape.examples) if meant else values.arguments(shape.params)
    match shape.how:
        case "plain":
            return f"{shape.qualname}({arguments})"
        case "static" | "class":
            return f"{shape.owner}.{shape.qualname.rsplit('.', 1)[1]}({arguments})"
        case "init":
            return values.of(shape.owner) if shape.qualname.endswith("__post_init__") else f"{shape.owner}({arguments})"
    receiver = values.of(shape.owner)
    method = shape.qualname.rsplit(".", 1)[1]
    owner = values.scope.shape(shape.owner)
    other = owner is not None and (owner.init is None or method in owner.overridden)
    if other and not receiver.startswith(f"{shape.owner}("):  # what the subclass has is another method
        if shape.how == "property":
            return f"{shape.owner}.{method}.fget({receiver})"
        return f"{shape.qualname}({receiver}{', ' if arguments else ''}{arguments})"
    return f"{receiver}.{method}" if shape.how == "property" else f"{receiver}.{method}({arguments})"


def _shared(shape: FunctionShape, values: Values) -> str | None:
    """Now and then one mutable object for two parameters of the same type: `(lambda a: f(a, a))([1])`."""
    kinds = [p.annotation for p in shape.params]
    doubles = {k for k in kinds if k is not None and kinds.count(k) > 1 and is_mutable(k, values.scope)}
    if (
        shape.how != "plain"
        or not doubles
        or values.random.random() > 0.15
        or any(p.kind != "Normal" for p in shape.params)
    ):
        return None
    shared = values.random.choice(sorted(doubles))
    arguments = ["a" if p.annotation == shared else values.of(p.annotation) for p in shape.params]
    return f"(lambda a: {shape.qualname}({', '.join(arguments)}))({values.of(shared)})"


def _with_itself(shape: FunctionShape, values: Values) -> str | None:
    """Now and then an object as its own argument: `(lambda a: a.give(a, 1))(Wallet(5))`."""
    takes = [p.annotation is not None and p.annotation.strip("'\" ") == shape.owner for p in shape.params]
    if shape.how != "method" or not any(takes) or any(p.kind != "Normal" for p in shape.params):
        return None
    name, owner = shape.qualname.rsplit(".", 1)[1], values.scope.shape(shape.owner)
    if owner is None or owner.init is None or name in owner.overridden or values.random.random() > 0.15:
        return None
    receiver = values.of(shape.owner)
    pairs = zip(takes, shape.params, strict=True)
    arguments = ["a" if same else values.at(p.home).of(p.annotation) for same, p in pairs]
    return f"(lambda a: a.{name}({', '.join(arguments)}))({receiver})"


def _repeated(shape: FunctionShape, values: Values) -> str | None:
    """Now and then one mutable object several times in one list: `(lambda a: f([a, a]))(Box(1))`."""
    lists = [p for p in shape.params if p.annotation is not None and _element(p.annotation, values.scope)]
    if shape.how != "plain" or not lists or any(p.kind != "Normal" for p in shape.params):
        return None
    if values.random.random() > 0.1:
        return None
    chosen = values.random.choice(lists)
    times = values.random.randint(2, 3)
    arguments = [f"[{', '.join(['a'] * times)}]" if p is chosen else values.of(p.annotation) for p in shape.params]
    item = values.of(_element(chosen.annotation or "", values.scope))
    return f"(lambda a: {shape.qualname}({', '.join(arguments)}))({item})"


def _element(annotation: str, scope: Scope) -> str | None:
    """The annotation of a list's elements, where these are mutable."""
    try:
        node = ast.parse(annotation.strip("'\" "), mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(node, ast.Subscript) or ast.unparse(node.value).rsplit(".", 1)[-1] not in LISTS:
        return None
    text = ast.unparse(node.slice).strip("'\"")
    return text if is_mutable(text, scope) else None


def is_mutable(annotation: str, scope: Scope) -> bool:
    """Whether values of the annotation are objects that two parameters could share and change."""
    head = annotation.strip("'\" ").split("[")[0].rsplit(".", 1)[-1]
    name = annotation.strip("'\" ")
    shape = scope.shape(name) if name.replace(".", "").isidentifier() else None
    return head in (*LISTS, *SETS, *DICTS, "bytearray") or (shape is not None and not shape.members)
