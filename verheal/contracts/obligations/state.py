"""Symbolic states: values of the variables, when a run is here, and what was learnt on the way.

Paths and environments share their past, so that a program of n statements costs about n log n, not n squared.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from verheal.contracts.core.expr import App, Expr, Var
from verheal.contracts.obligations.simplify import Terms

_BLOCK = 32  # conditions per conjunction, so that long paths nest n/32 deep
_RECENT = 64  # conditions that are looked through for one that is known already


class Path:
    """A conjunction of conditions, linked to the path that it extends."""

    __slots__ = ("_term", "cond", "depth", "parent")

    def __init__(self, parent: Path | None, cond: Expr, depth: int) -> None:
        self.parent = parent
        self.cond = cond
        self.depth = depth
        self._term: Expr | None = None

    def extend(self, cond: Expr) -> Path:
        """This path under one more condition."""
        return Path(self, cond, self.depth + 1)

    def recently(self, cond: Expr) -> bool:
        """Is this condition one of the latest?"""
        node: Path | None = self
        for _ in range(_RECENT):
            if node is None:
                return False
            if node.cond is cond:
                return True
            node = node.parent
        return False

    def latest(self, most: int) -> tuple[Expr, ...]:
        """The latest conditions, the last one first."""
        found: list[Expr] = []
        node: Path | None = self
        while node is not None and len(found) < most:
            found.append(node.cond)
            node = node.parent
        return tuple(found)

    def since(self, ancestor: Path) -> list[Expr]:
        """The conditions after `ancestor`, oldest first."""
        conds: list[Expr] = []
        node = self
        while node is not ancestor and node.parent is not None:
            conds.append(node.cond)
            node = node.parent
        conds.reverse()
        return conds

    def term(self, terms: Terms) -> Expr:
        """The conjunction as one term."""
        pending: list[Path] = []
        node: Path | None = self
        while node is not None and node._term is None:
            if node is self or node.depth % _BLOCK == 0:
                pending.append(node)
            node = node.parent
        for block in reversed(pending):
            block._term = block._conjunction(terms)
        assert self._term is not None
        return self._term

    def _conjunction(self, terms: Terms) -> Expr:
        if self.parent is None:
            return self.cond
        conds = [self.cond]
        node = self.parent
        while node.parent is not None and node.depth % _BLOCK != 0:
            conds.append(node.cond)
            node = node.parent
        conds.append(node._term if node._term is not None else node.cond)
        return terms.conj(reversed(conds))


def common(left: Path, right: Path) -> Path:
    """The longest path that both extend."""
    while left is not right:
        if left.depth >= right.depth and left.parent is not None:
            left = left.parent
        elif right.parent is not None:
            right = right.parent
        else:
            raise ValueError("paths of different functions")
    return left


class Env:
    """Values of variables; a variable that was never assigned is its own symbolic constant."""

    __slots__ = ("_layers", "_top")

    def __init__(self, layers: tuple[dict[Var, Expr], ...] = ()) -> None:
        self._layers = layers
        self._top: dict[Var, Expr] = {}

    def get(self, var: Var) -> Expr | None:
        """The value, or None when it was never assigned."""
        found = self._top.get(var)
        if found is not None:
            return found
        for layer in reversed(self._layers):
            found = layer.get(var)
            if found is not None:
                return found
        return None

    def put(self, var: Var, value: Expr) -> None:
        """Assign."""
        self._top[var] = value

    def fork(self) -> Env:
        """An independent copy."""
        if self._top:
            layers = list(self._layers)
            fresh = self._top
            while layers and len(layers[-1]) <= 2 * len(fresh):
                fresh = {**layers.pop(), **fresh}
            self._layers = (*layers, fresh)
            self._top = {}
        return Env(self._layers)

    def known(self) -> dict[Var, Expr]:
        """Every variable that was assigned, with its value."""
        found: dict[Var, Expr] = {}
        for layer in (*self._layers, self._top):
            found.update(layer)
        return found

    def written_since_fork(self, other: Env) -> Iterable[Var]:
        """Variables that may differ between the two, in a deterministic order."""
        shared = 0
        for mine, theirs in zip(self._layers, other._layers, strict=False):
            if mine is not theirs:
                break
            shared += 1
        names: dict[Var, None] = {}
        for env in (self, other):
            for layer in (*env._layers[shared:], env._top):
                names.update(dict.fromkeys(layer))
        return names


class State:
    """One symbolic state; `facts` and `taints` are sets of indices into the record, as bits."""

    __slots__ = ("env", "facts", "path", "taints")

    def __init__(self, path: Path, env: Env, facts: int = 0, taints: int = 0) -> None:
        self.path = path
        self.env = env
        self.facts = facts
        self.taints = taints

    def fork(self) -> State:
        """An independent copy."""
        return State(self.path, self.env.fork(), self.facts, self.taints)

    def under(self, cond: Expr) -> State:
        """The same state where `cond` holds as well; takes this state over."""
        self.path = self.path.extend(cond)
        return self

    def value(self, terms: Terms, expr: Expr) -> Expr:
        """The expression in this state."""
        return terms.rewrite(expr, lambda var: self.read(terms, var))

    def read(self, terms: Terms, var: Var) -> Expr:
        """The variable in this state."""
        found = self.env.get(var)
        return found if found is not None else terms.intern(var)


def join(terms: Terms, left: State | None, right: State | None) -> State | None:
    """The state of a run that is in one of two states whose paths exclude each other."""
    if left is None or right is None:
        return right if left is None else left
    _, state = joined(terms, left, right)
    return state


def join_all(terms: Terms, states: Sequence[State]) -> State | None:
    """The state of a run that is in one of these; later paths are joined first, as they were split last."""
    result: State | None = None
    for state in reversed(states):
        result = join(terms, state, result)
    return result


def joined(terms: Terms, left: State, right: State) -> tuple[Expr, State]:
    """The test that tells the two apart (true in the first), and their join."""
    base = common(left.path, right.path)
    test, either = _split_of(terms, left.path.since(base), right.path.since(base))
    path = base if either is terms.true else base.extend(either)
    env = left.env.fork()
    for var in left.env.written_since_fork(right.env):
        one, other = left.read(terms, var), right.read(terms, var)
        if one is not other:
            env.put(var, choice(terms, test, one, other))
    return test, State(path, env, left.facts | right.facts, left.taints | right.taints)


def choice(terms: Terms, test: Expr, one: Expr, other: Expr) -> Expr:
    """ite with the type of the variable that both are values of."""
    return terms.ite(test, one, other)


def _split_of(terms: Terms, left: list[Expr], right: list[Expr]) -> tuple[Expr, Expr]:
    """(what tells left from right, left or right), for two conjunctions that exclude each other."""
    if left and right and terms.negate(left[0]) is right[0]:
        return left[0], terms.ite(left[0], terms.conj(left[1:]), terms.conj(right[1:]))
    one, other = terms.conj(left), terms.conj(right)
    if _weight(right) < _weight(left):
        return terms.negate(other), terms.disj((one, other))
    return one, terms.disj((one, other))


def _weight(conds: list[Expr]) -> int:
    return sum(1 + isinstance(cond, App) for cond in conds)


def root(terms: Terms, inputs: Mapping[Var, Expr] | None = None) -> State:
    """The state before the first statement."""
    env = Env()
    for var, value in (inputs or {}).items():
        env.put(var, value)
    return State(Path(None, terms.true, 0), env)

