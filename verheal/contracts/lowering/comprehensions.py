"""Comprehensions: pointwise where the element is a pure function of the item, else the loop it stands for."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass

from verheal.contracts.core.build import item_of, make_tuple, select, sub
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, Var, integer, mapping
from verheal.contracts.core.types import INT, DictT, ListT, SetT, TupleT
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.indices import kept_indices
from verheal.contracts.lowering.nonlocals import called_in
from verheal.contracts.lowering.pure import Pure, attempt, of_index, raise_first, substitute
from verheal.contracts.lowering.values import BOTTOM, Val

Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


def comprehension(f: Frame, node: Comprehension) -> Val:
    """[...], {...} or {k: v}; a generator expression counts as the list of what it yields."""
    if any(gen.is_async for gen in node.generators) or _suspends(node):
        return f.unsupported("comprehension with async or await", node)
    own = own_names(f, node)
    found = None
    if isinstance(own, ast.ListComp | ast.GeneratorExp):
        found = attempt(f, lambda: _pointwise(f, own, node))
    elif isinstance(own, ast.SetComp):
        found = attempt(f, lambda: _members(f, own, node))
    else:
        found = attempt(f, lambda: _entries(f, own, node))
    return _loop(f, own, node) if found is None else found


def _suspends(node: ast.AST) -> bool:
    return any(isinstance(inner, ast.Await | ast.Yield | ast.YieldFrom) for inner in ast.walk(node))


def binds_outside(f: Frame, node: ast.AST) -> bool:
    """Does it bind a variable of the function around: by a walrus, or in a function that says `nonlocal`?"""
    return any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node)) or bool(called_in(f, [node]))


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
    kinds = value.type.items
    if len(kinds) != len(target.elts):
        return False
    return all(bind(f, part, Val(item_of(value.expr, i), kinds[i])) for i, part in enumerate(target.elts))


@dataclass(frozen=True)
class Items:
    """What a generator runs over, evaluated once: the item at the index k in [0, n)."""

    f: Frame
    target: ast.expr
    names: frozenset[str]
    k: Var
    n: Expr
    item: Callable[[Expr], Val]

    def compute(self, work: Callable[[], Val]) -> tuple[Val, Pure] | None:
        """`work` for the item at k, as lowered and as an expression of k; None when it is not pure."""
        bound: list[bool] = []

        def one() -> Val:
            bound.append(bind(self.f, self.target, self.item(self.k)))
            return work()

        found = of_index(self.f, one, self.names)
        return found if all(bound) else None


def items(f: Frame, gen: ast.comprehension, names: frozenset[str]) -> Items | None:
    """The items of a generator; `names` are the variables of the comprehension."""
    from verheal.contracts.lowering.iteration import iterate

    turned = _turned_list(f, gen.iter)
    iteration = iterate(f, gen.iter if turned is None else turned, still=True)  # what is pure changes nothing
    if iteration is None or f.round.dead:
        return None
    n = f.name_value(f.val(iteration.count()), "n").expr
    k = f.round.fresh("k", INT)
    if turned is None:
        return Items(f, gen.target, names, k, n, iteration.item)
    last = sub(n, integer(1))
    return Items(f, gen.target, names, k, n, lambda at: iteration.item(sub(last, at)))


def _turned_list(f: Frame, node: ast.expr) -> ast.expr | None:
    """xs of reversed(xs) for a variable that holds a list; pure computations do not resize it."""
    from verheal.contracts.lowering.sequences import builtin_name

    match node:
        case ast.Call(func=func, args=[ast.Name(id=name) as inner], keywords=[]):
            slot = f.env.get(name)
            known = slot is not None and isinstance(slot.type, ListT)
            return inner if known and builtin_name(f, func) == "reversed" else None
        case _:
            return None


@dataclass(frozen=True)
class Kept:
    """The elements of a comprehension with one generator: element(j) for j in [0, m)."""

    m: Expr
    element: Callable[[Expr], Expr]
    value: Val


def kept(f: Frame, node: Comprehension, element: Callable[[], Val]) -> Kept | None:
    """The elements as expressions, every failure raised before; None when something is not pure."""
    from verheal.contracts.lowering.expressions import lower, truth

    if len(node.generators) != 1 or binds_outside(f, node):
        return None
    gen = node.generators[0]
    over = items(f, gen, target_names(node))
    if over is None:
        return None

    def passed(index: int, then: Callable[[], Val], orelse: Callable[[], Val]) -> Val:
        if index == len(gen.ifs):
            return then()
        test = truth(f, lower(f, gen.ifs[index]), gen.ifs[index])
        return f.branch(test, lambda: passed(index + 1, then, orelse), orelse) or BOTTOM

    flag = over.compute(lambda: passed(0, lambda: f.val(TRUE), lambda: f.val(FALSE)))
    found = over.compute(lambda: passed(0, element, lambda: BOTTOM))
    if flag is None or found is None:
        return None
    raise_first(f, over.k, over.n, found[1])
    test, part = flag[1].value, found[1].value
    if test == TRUE:
        return Kept(over.n, lambda j: substitute(part, {over.k: j}), found[0])
    # The element matters only where the test holds.
    part = part.args[1] if isinstance(part, App) and part.op == "ite" and part.args[0] == test else part
    row, m = kept_indices(f, over.k, over.n, test)
    return Kept(m, lambda j: substitute(part, {over.k: select(row, j)}), found[0])


def _element(f: Frame, node: ast.expr, accepted: Callable[[Val], Expr]) -> Callable[[], Val]:
    """An element, moved into the container it goes to."""
    from verheal.contracts.lowering.expressions import lower

    def work() -> Val:
        value = lower(f, node)
        return Val(accepted(value), value.type)

    return work


def _pointwise(f: Frame, node: ast.ListComp | ast.GeneratorExp, origin: ast.AST) -> Val | None:
    from verheal.contracts.lowering.expressions import hole

    kind = ListT(hole(f, origin, "c"))
    element = _element(f, node.elt, lambda value: containers.accept(f, kind.element, value, node.elt))
    found = kept(f, node, element)
    if found is None:
        return None
    j = f.round.fresh("j", INT)
    return containers.new_list(f, kind, mapping(j, found.element(j)), found.m)


def _members(f: Frame, node: ast.SetComp, origin: ast.AST) -> Val | None:
    from verheal.contracts.lowering.constructors import set_of_row
    from verheal.contracts.lowering.expressions import hole

    kind = SetT(hole(f, origin, "c"))
    element = _element(f, node.elt, lambda value: containers.accept_key(f, kind.element, value, node.elt))
    found = kept(f, node, element)
    if found is None:
        return None
    j = f.round.fresh("j", INT)
    row = f.name_value(f.val(mapping(j, found.element(j))), "row").expr
    return set_of_row(f, kind, row, found.m)


def _entries(f: Frame, node: ast.DictComp, origin: ast.AST) -> Val | None:
    from verheal.contracts.lowering.entries import dict_of_rows
    from verheal.contracts.lowering.expressions import hole

    kind = DictT(hole(f, origin, "k"), hole(f, origin, "v"))
    key = _element(f, node.key, lambda value: containers.accept_key(f, kind.key, value, node.key))
    stored = _element(f, node.value, lambda value: containers.accept(f, kind.value, value, node.value))

    def entry() -> Val:
        parts = (key(), stored())
        return Val(make_tuple((parts[0].expr, parts[1].expr)), TupleT((parts[0].type, parts[1].type)))

    found = kept(f, node, entry)
    if found is None or not isinstance(found.element(integer(0)).type, TupleT):
        return None
    return dict_of_rows(
        f, kind, lambda j: item_of(found.element(j), 0), lambda j: item_of(found.element(j), 1), found.m
    )


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
