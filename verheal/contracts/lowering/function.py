"""The entrance: one Python function of a repository to one core function, in as many rounds as its types need."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace

from verheal.contracts.core import heap
from verheal.contracts.core.build import either, same, select
from verheal.contracts.core.expr import FALSE, TRUE, Var, integer
from verheal.contracts.core.stmt import Check, Function, Handler, Site, Stmt, Try
from verheal.contracts.core.types import (
    NEVER,
    OPAQUE,
    ClassT,
    DictT,
    ListT,
    OpaqueT,
    Type,
    alternatives,
    is_unknown,
    join,
)
from verheal.contracts.dialects.model import Clause, Contract
from verheal.contracts.lowering import (
    caching,
    class_values,
    gathered,
    generators,
    literal_types,
    nonlocals,
    one_of_two_types,
    recursion,
    type_variables,
)
from verheal.contracts.lowering.agreed import watching
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.contracts import bind_olds, clause_truth, contract_of
from verheal.contracts.lowering.decorators import is_manager, runs_body
from verheal.contracts.lowering.default_containers import new_container
from verheal.contracts.lowering.enums import enum_type
from verheal.contracts.lowering.frame import Frame, Round
from verheal.contracts.lowering.holes import Learned
from verheal.contracts.lowering.inline import default_value, known_decorator
from verheal.contracts.lowering.loops import assigned_names
from verheal.contracts.lowering.narrowing import narrow
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.reachable import assume_reachable
from verheal.contracts.lowering.values import NONE_VAL, Slot, Val
from verheal.contracts.lowering.written import labelled, takes

ROUNDS = 12
Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Lowered:
    """A core function, or why nothing can be relied on (`gave_up`, then every obligation is Unknown).

    `untyped`: parameters whose type is not known. `contract`: what was read of the function. `recursive`: the
    function may call itself; `measures`: how many guesses there are what falls when it does. `assumptions`: names of
    `proofs.assumption` members beyond those of every function.
    """

    function: Function
    contract: Contract
    gave_up: str
    untyped: tuple[str, ...]
    recursive: bool
    assumptions: tuple[str, ...]
    measures: int = 0


def lower_function(program: Program, module: str, qualname: str, measure: int = 0) -> Lowered:
    """Lower `qualname` of `module`. KeyError when there is no such function.

    `measure`: number of the guess what falls from a recursive call to the next.
    """
    definition, owner = program.function_node(module, qualname)
    contract = contract_of(program, module, qualname)
    learned = Learned()
    current: _Subject | None = None
    for _ in range(ROUNDS):
        learned.changed = False
        current = _Subject(program, module, qualname, definition, owner, contract, learned)
        current.round.measure = measure
        before = dict(learned.notes)
        current.lower()
        recursion.remember(current.round, before)
        if not learned.changed or current.round.gave_up.startswith("unsupported: "):
            break
    assert current is not None
    if learned.changed or current.round.unsettled:
        current.round.gave_up = current.round.gave_up or "the types of its variables did not settle"
    return current.finished()


def local_names(definition: Definition) -> frozenset[str]:
    """Names that the function binds, parameters aside."""
    return frozenset(assigned_names(definition.body, inner=False)) - nonlocals.declared(definition)


def lower_body(f: Frame, definition: Definition, contract: Contract) -> None:
    """The statements of a function; asserts that were read as preconditions are not repeated."""
    from verheal.contracts.lowering.statements import give_back, lower_block

    f.round.walrus = f.round.walrus or any(isinstance(n, ast.NamedExpr | ast.Nonlocal) for n in ast.walk(definition))
    body = [
        s for s in definition.body if not (isinstance(s, ast.Assert) and s.lineno in contract.leading_asserts)
    ]
    lower_block(f, body)
    if not f.round.dead:
        give_back(f, NONE_VAL, definition.body[-1])


class _Subject:
    """One round over the function that is asked for."""

    def __init__(
        self,
        program: Program,
        module: str,
        qualname: str,
        definition: Definition,
        owner: ast.ClassDef | None,
        contract: Contract,
        learned: Learned,
    ) -> None:
        self.round = Round(program, learned, f"{module}:{qualname}")
        self.definition, self.contract = definition, contract
        found = program.modules[module]
        owner_key = f"{module}:{qualname.rpartition('.')[0]}" if owner is not None else None
        self.frame = Frame(self.round, module, found.path, qualname, qualname, owner=owner_key)
        self.model = found.function(qualname)
        if owner_key is not None:
            self.round.owner, self.round.variables = owner_key, type_variables.of_class(program, owner_key)
        self.params: list[Var] = []
        self.defaults: list[Val] = []
        self.untyped: list[str] = []
        self.literals: dict[str, literal_types.Values] = {}
        self.entry: tuple[Stmt, ...] = ()
        self.body: tuple[Stmt, ...] = ()
        self.exit: tuple[Stmt, ...] = ()
        self.unwind: tuple[Stmt, ...] = ()
        self.result = Var("result", OPAQUE)

    def lower(self) -> None:
        """Fill in the parts."""
        f, definition = self.frame, self.definition
        f.locals = local_names(definition)
        f.parameters = frozenset(a.arg for a in _all_arguments(definition))
        if self.model is None or isinstance(definition, ast.AsyncFunctionDef):
            f.give_up("unsupported: async function", definition)
            return
        for decorator in self.model.decorators:
            known = known_decorator(f.round.program, f.module, decorator)
            kept = caching.is_cache(f.round.program, f.module, decorator) and self.contract.ensures
            if kept or (not known and not runs_body(f.round.program, self.model, decorator, definition)):
                f.give_up(f"decorated by {decorator.partition('(')[0]}", definition)
        reader = f.reader()
        f.return_text = ast.unparse(definition.returns) if definition.returns is not None else ""
        f.return_lines = (definition.lineno, definition.end_lineno or definition.lineno)
        f.returns = replace(reader, labels=True).type_of(definition.returns) if definition.returns is not None else None
        f.returns_anything = reader.accepts_anything(definition.returns)
        if self.model.is_generator and not generators.begin(f, reader, definition.returns, self.contract):
            f.give_up("unsupported: generator with a condition on its result", definition)
            return
        f.manages = f.generator and is_manager(f.round.program, self.model)
        self.entry = f.collect(self._enter)[0]
        f.env = dict(self.start)
        f.result = self._result_variable()
        f.constructing = definition.name == "__init__" and f.owner is not None
        self.round.stack.append(self.round.subject)
        self.round.writers.append((self.round.subject, self.round.serial))
        self.round.constructing += [f] if f.constructing else []
        self.body = f.collect(lambda: lower_body(f, definition, self.contract))[0]
        self.round.constructing.clear()
        if f.generator and generators.may_stop(f):
            f.give_up("unsupported: StopIteration in a generator", definition)
        self.exit = f.collect(self._leave)[0]
        self.unwind = f.collect(self._invariants)[0]
        reader = replace(f.reader(), labels=True)
        given = zip(_all_arguments(definition), self.params, strict=True)
        kinds = [reader.type_of(a.annotation) if a.annotation else var.type for a, var in given]
        if one_of_two_types.changed(kinds, self.round.heap.values(), self.body):
            f.give_up("changes a container that may be known as of another type", definition)

    def _result_variable(self) -> Var:
        kind = self.round.learned.slots.get(f"{self.frame.key}:return", NEVER)
        self.result = Var("result", self.frame.resolve(kind))
        return self.result

    def _enter(self) -> None:
        f = self.frame
        reader = f.reader()
        for argument in _all_arguments(self.definition):
            kind = self._parameter_type(reader, argument)
            var = Var(argument.arg, f.resolve(kind))
            self.params.append(var)
            if f.owner is not None and len(self.params) == 1 and isinstance(kind, ClassT) and not argument.annotation:
                f.round.selves.add(var)
            if (values := self.literals.get(argument.arg)) is not None:
                f.assume(literal_types.among(var, values), "an argument is one of those that are listed")
            f.env[argument.arg] = Slot(var, kind, TRUE)
            f.assume_valid(var)
            recursion.remember_entry(f, var)
            if isinstance(var.type, ListT | DictT):
                assume_reachable(f, var)
            if isinstance(kind, ClassT):
                self._assume_class(var, kind)
            if argument is self.definition.args.kwarg:
                gathered.assume_new(f, var, self.params)
        bind_olds(f, self.contract)
        for clause in self.contract.requires:
            self._assume(clause, "requires")
        if self.definition.name != "__init__":
            with watching(f):
                for clause in self.contract.invariants_of_class:
                    self._assume(clause, "the invariant of the class")
        self.start = dict(f.env)

    def _assume_class(self, var: Var, kind: ClassT) -> None:
        f, program = self.frame, self.round.program
        keys = (kind.name, *program.subclasses(kind.name))
        if len(keys) > 1:
            f.round.assumptions.setdefault("known-subclasses")
        if self.definition.name != "__init__":
            tag = select(f.heap(heap.CLASS), var)
            f.assume(
                either(*(same(tag, integer(program.describe(k).number)) for k in keys)),
                "class of an argument",
            )

    def _assume(self, clause: Clause, why: str) -> None:
        f = self.frame
        self.round.pinned = Site("pre", clause.text, clause.line, clause.end_line)
        held = clause_truth(f, clause, None)
        self.round.pinned = None
        if held is not None:
            f.assume(held, why)
            if clause.dialect == "assert":
                narrow(f, ast.parse(clause.text, mode="eval").body)
        else:
            f.site("pre", self.definition, clause.text, needs=f"precondition cannot be read: {clause.opaque}")

    def _parameter_type(self, reader: Reader, argument: ast.arg) -> Type:
        spec, f = self.definition.args, self.frame
        positional = spec.posonlyargs + spec.args
        first = positional[0].arg if positional else ""
        if argument in (spec.vararg, spec.kwarg):
            return gathered.declared(reader, argument, argument is spec.kwarg)
        if (
            f.owner is not None
            and argument.arg == first
            and self.model is not None
            and not self.model.is_static
        ):
            member = enum_type(self.round.program, f.owner)
            if member is not None and not self.model.is_class:
                return member
            if self.model.is_class:
                return class_values.label_of(self.round.program, f.owner)
            known = not self.round.program.describe(f.owner).opaque
            return ClassT(f.owner) if known else OpaqueT((f"class {f.owner}",))
        if argument.annotation is None:
            self.untyped.append(argument.arg)
            return OPAQUE
        kind, default = labelled(reader, argument.annotation), _default_of(spec, argument)
        if (values := literal_types.values_of(kind)) is not None and literal_types.lists(values, default):
            kind = literal_types.type_of(values)
            self.literals[argument.arg] = values
        kind = self._with_default(kind, default)
        if is_unknown(kind):
            self.untyped.append(argument.arg)
        return kind

    def _with_default(self, kind: Type, default: ast.expr | None) -> Type:
        """A call may leave the argument out: then it is the default, whatever the annotation says."""
        if default is None or new_container(Reader(self.round.program, self.frame.module), kind, default):
            return kind
        self.frame.collect(
            lambda: self.defaults.append(default_value(self.frame, self.frame.module, default, default))
        )
        found = self.frame.resolve(self.defaults[-1].type)
        if is_unknown(kind):
            given = self.round.learned.seen(self.defaults[-1].type)
            return kind if takes(self.round.program, kind, given) else OPAQUE
        return kind if found in alternatives(kind) else join(kind, found)

    def _leave(self) -> None:
        f = self.frame
        kind = self.round.learned.slots.get(f"{f.key}:return", NEVER)
        self.result = Var("result", f.resolve(kind))
        result = Val(self.result, kind)
        f.env = dict(self.start)
        f.constructing = False
        if kind != NEVER:
            f.assume_valid(self.result)
        for clause in self.contract.ensures:
            self._oblige(clause, "post", result)
        self._invariants()

    def _invariants(self) -> None:
        self.frame.env = dict(self.start)
        self.frame.constructing = False
        with watching(self.frame):
            for clause in self.contract.invariants_of_class:
                self._oblige(clause, "invariant", None)

    def _oblige(self, clause: Clause, kind: str, result: Val | None) -> None:
        f = self.frame
        needs = f"cannot be read: {clause.opaque}" if clause.opaque else ""
        site = Site(kind, clause.text, clause.line, clause.end_line, 0, needs)
        self.round.sites.setdefault(site)
        self.round.pinned = site

        def work() -> None:
            held = clause_truth(f, clause, result)
            f.check(site, FALSE if held is None else held)

        statements, _, _ = f.collect(work)
        self.round.pinned = None
        f.emit(Try(statements, (Handler(None, (Check(site, FALSE),)),)))

    def finished(self) -> Lowered:
        """The result of the last round."""
        from verheal.contracts.lowering.trying import mro

        f, line = self.frame, self.definition.lineno
        self._permissions()
        names = set(self.round.exceptions) | set(self.allowed or ()) | set(self.announced)
        table = tuple((name, mro(self.round.program, name) or (name,)) for name in sorted(names))
        function = Function(
            id=self.round.subject,
            params=tuple(self.params),
            inputs=tuple(self.params) + tuple(self.round.heap[name] for name in sorted(self.round.heap)),
            entry=self.entry,
            body=self.body,
            exit=self.exit,
            unwind=self.unwind,
            result=self.result,
            mro=table,
            allowed=self.allowed,
            announced=self.announced,
            raises_site=Site("raises", f"only declared exceptions leave {f.qualname}", line, line),
            sites=self.round.every_site(),
            assumptions=tuple(self.round.assumptions),
            classes=tuple(
                (k, self.round.program.describe(k).number) for k in sorted(self.round.program.infos)
            ),
        )
        untyped = tuple(dict.fromkeys(self.untyped))
        return Lowered(
            function,
            self.contract,
            self.round.gave_up,
            untyped,
            self.round.recursive,
            tuple(self.round.assumptions),
            recursion.guesses(self.round),
        )

    def _permissions(self) -> None:
        raises = None if self.contract.raises is None else self.contract.raises.exceptions
        self.allowed = None if raises is None else self._names(raises)
        if self.frame.generator and self.allowed is not None:
            self.allowed += (generators.CLOSED,)
        bare = [item.exception for item in self.contract.exceptional if not item.expression and not item.opaque]
        self.announced = self._names(tuple(bare))
        for item in self.contract.exceptional:
            if item.expression or item.opaque:
                site = Site(
                    "raises",
                    item.text,
                    item.line,
                    item.end_line,
                    0,
                    "a condition on an exception is not decided",
                )
                self.round.sites.setdefault(site)

    def _names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return recursion.resolved(self.round.program, self.frame.module, names)


def _all_arguments(definition: Definition) -> list[ast.arg]:
    spec = definition.args
    stars = [a for a in (spec.vararg, spec.kwarg) if a is not None]
    return [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *stars]


def _default_of(spec: ast.arguments, argument: ast.arg) -> ast.expr | None:
    positional = spec.posonlyargs + spec.args
    if argument in positional:
        index = positional.index(argument) - (len(positional) - len(spec.defaults))
        return spec.defaults[index] if index >= 0 else None
    if argument in spec.kwonlyargs:
        return spec.kw_defaults[spec.kwonlyargs.index(argument)]
    return None
