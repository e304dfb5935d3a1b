"""Comprehensions: pointwise where the element is a pure function of the item, else the loop it stands for."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass

from verheal.contracts.core.build import item_of
from verheal.contracts.core.expr import Expr, Var, integer, mapping
from verheal.contracts.core.types import INT, DictT, ListT, SetT, TupleT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.pure import Pure, attempt, of_index, raise_first
from verheal.contracts.lowering.values import Val

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def comprehension(f: Frame, node: Comprehension) -> Val:
    """[...], {...} or {k: v}; a generator expression counts as the list of what it yields."""
    if any(gen.is_async for gen in node.generators) or _suspends(node):
        return f.unsupported("comprehension with async or await", node)
    own = own_names(f, node)
    if (
        isinstance(own, ast.ListComp | ast.GeneratorExp)
        and len(own.generators) == 1
        and not own.generators[0].ifs
    ):
        found = attempt(f, lambda: _pointwise(f, own, node))
        if found is not None:
            return found
    return _loop(f, own, node)


def _suspends(node: ast.AST) -> bool:
    return any(isinstance(inner, ast.Await | ast.Yield | ast.YieldFrom) for inner in ast.walk(node))


def binds_outside(node: ast.AST) -> bool:
    """Does it contain a walrus, whose target belongs to the function around?"""
    return any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node))


def target_names(node: Comprehension) -> frozenset[str]:
    """The variables of the comprehension itself."""
    targets = [gen.target for gen in node.generators]
    return frozenset(n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name))


class _Renaming(ast.NodeTransformer):
    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Name(self, node: ast.Name) -> ast.Name:
        if node.id not in self.names:
            return node
        return ast.copy_location(ast.Name(self.names[node.id], node.ctx), node)


def own_names(f: Frame, node: Comprehension) -> Comprehension:
    """The comprehension with variables of its own where those of the function have the same names."""
    taken = set(f.env) | {name for tracked in f.tries for name in tracked.names}
    clash = sorted(target_names(node) & taken)
    if not clash:
        return node
    renaming = _Renaming({name: _unused(name, taken) for name in clash})
    first = node.generators[0].iter  # evaluated outside, with the function's own variables
    own = copy.copy(node)
    own.generators = copy.deepcopy(node.generators)
    own.generators[0].iter = ast.Constant(None)
    own.generators = [renaming.visit(gen) for gen in own.generators]
    own.generators[0].iter = first
    if isinstance(own, ast.DictComp):
        own.key, own.value = renaming.visit(copy.deepcopy(own.key)), renaming.visit(copy.deepcopy(own.value))
    else:
        own.elt = renaming.visit(copy.deepcopy(own.elt))
    return own


def _unused(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "'"
    return name


def bind(f: Frame, target: ast.expr, value: Val) -> bool:
    """target = value for names and tuples of fixed length; False when it is anything else."""
    if isinstance(target, ast.Name):
        f.assign(target.id, value)
        return True
    if not isinstance(target, ast.Tuple | ast.List) or not isinstance(value.type, TupleT):
        return False
    items = value.type.items
    if len(items) != len(target.elts):
        return False
    return all(bind(f, part, Val(item_of(value.expr, i), items[i])) for i, part in enumerate(target.elts))


@dataclass(frozen=True)
class Points:
    """A computation made for each index k in [0, n): its value as lowered, and as an expression of k."""

    k: Var
    n: Expr
    value: Val
    pure: Pure


def points(f: Frame, gen: ast.comprehension, names: frozenset[str], work: Callable[[], Val]) -> Points | None:
    """`work` for every item of a generator (evaluated now); None when `work` is not pure."""
    from verheal.contracts.lowering.iteration import iterate

    iteration = iterate(f, gen.iter)
    if iteration is None or f.round.dead:
        return None
    n = f.name_value(f.val(iteration.count()), "n").expr
    k = f.round.fresh("k", INT)
    bound: list[bool] = []

    def one() -> Val:
        bound.append(bind(f, gen.target, iteration.item(k)))
        return work()

    found = of_index(f, one, names)
    return None if found is None or not all(bound) else Points(k, n, *found)


def _pointwise(f: Frame, node: ast.ListComp | ast.GeneratorExp, origin: ast.AST) -> Val | None:
    from verheal.contracts.lowering.expressions import hole, lower

    if binds_outside(node):
        return None
    kind = ListT(hole(f, origin, "c"))

    def element() -> Val:
        value = lower(f, node.elt)
        return Val(containers.accept(f, kind.element, value, node.elt), value.type)

    found = points(f, node.generators[0], target_names(node), element)
    if found is None:
        return None
    raise_first(f, found.k, found.n, found.pure)
    return containers.new_list(f, kind, mapping(found.k, found.pure.value), found.n)


def _loop(f: Frame, node: Comprehension, origin: Comprehension) -> Val:
    from verheal.contracts.lowering.expressions import hole
    from verheal.contracts.lowering.statements import lower_block

    kept = hidden(f, origin)
    match node:
        case ast.DictComp(key=key, value=value):
            made = containers.new_dict(f, DictT(hole(f, origin, "k"), hole(f, origin, "v")))
            k, v = f"{kept}k", f"{kept}v"
            store = ast.Subscript(_name(kept), _name(k), ast.Store())
            # A dict comprehension evaluates the key first, an assignment to a subscript last.
            inner: list[ast.stmt] = [
                ast.Assign([_name(k, True)], key),
                ast.Assign([_name(v, True)], value),
                ast.Assign([store], _name(v)),
            ]
        case ast.SetComp(elt=elt):
            made = containers.new_set(f, SetT(hole(f, origin, "c")))
            inner = [ast.Expr(_method(kept, "add", elt))]
        case ast.ListComp(elt=elt) | ast.GeneratorExp(elt=elt):
            kind = ListT(hole(f, origin, "c"))
            made = containers.new_list(f, kind, containers.empty_row(f, f.resolve(kind.element)), integer(0))
            inner = [ast.Expr(_method(kept, "append", elt))]
    f.assign(kept, made)
    lower_block(f, [located(loops(node.generators, inner), origin)])
    for name in (*target_names(node), kept, f"{kept}k", f"{kept}v"):
        f.env.pop(name, None)
    return made


def hidden(f: Frame, node: ast.AST) -> str:
    """A name for a result that is under way at a place of the source; no Python name is like it."""
    del f
    return f"${getattr(node, 'lineno', 0)}.{getattr(node, 'col_offset', 0)}"


def _name(name: str, store: bool = False) -> ast.Name:
    return ast.Name(name, ast.Store() if store else ast.Load())


def _method(receiver: str, name: str, argument: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(_name(receiver), name, ast.Load()), [argument], [])


def loops(generators: list[ast.comprehension], inner: list[ast.stmt]) -> ast.stmt:
    """The nested loops that the generators stand for, around the statements."""
    body = inner
    for gen in reversed(generators):
        for test in reversed(gen.ifs):
            body = [ast.If(test, body, [])]
        body = [ast.For(gen.target, gen.iter, body, [])]
    return body[0]


def located(statement: ast.stmt, origin: ast.AST) -> ast.stmt:
    """The statement with places: new nodes stand where the comprehension does."""
    for inner in ast.walk(statement):
        if "lineno" in inner._attributes and not hasattr(inner, "lineno"):
            ast.copy_location(inner, origin)
    return statement
