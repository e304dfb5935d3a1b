"""Nagini: `Requires`, `Ensures`, `Exsures`, with the words that their conditions are made of.

Nobody checks these when the function runs; the words have no meaning in CPython, so conditions are kept as Python that
means the same. What `Acc` and its like say of ownership is no condition on values: that what is owned exists is read,
and that two full owners own two things. `Assert` and `Invariant` are asserts of the body (see `contracts.ghost`).

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... from nagini_contracts.contracts import *
... def move(a: Cell, b: Cell, n: int) -> int:
...     Requires(Acc(a.value) and Acc(b.value) and n > 0)
...     Ensures(Acc(a.value) and Acc(b.value) and a.value == Old(a.value) - n and Implies(n > 1, Result() > 1))
...     Exsures(ValueError, True)
... ''', "move")
>>> for k in c.requires: print(k.expression)
a is not None and b is not None and (n > 0)
b is not a
>>> [(k.text, len(k.old)) for k in c.ensures][0][1], c.raises.exceptions
(1, ('ValueError',))
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from verheal.contracts.dialects.conditions import Place, mentioned, mentions_private
from verheal.contracts.dialects.context import Function, Subject, own_nodes
from verheal.contracts.dialects.model import Clause, Contract, ContractProblem, Exceptional, Kind, Raises
from verheal.contracts.dialects.names import Unreadable, replace_names, source_of
from verheal.contracts.ghost import Elaborated, Scope, Unread, elaborated, obligation, scope_of
from verheal.contracts.ghost.elaborate import RESULT, Owned
from verheal.contracts.ghost.names import CHECKED, CLAUSES, SILENT, statement_of

DIALECT = "nagini"


def read(subject: Subject) -> Contract:
    """The statements at the head of the function; what stands further down is checked there or cannot be read."""
    scope = scope_of(subject.context.module)
    if scope is None:
        return Contract()
    words = scope.words
    reader = _Reader(subject, scope.inside(subject.function), _is_abstract(subject.function, words))
    head = list(_head(subject.function, words))
    for word, call in head:
        reader.clause(word, call)
    reader.separation()
    reader.elsewhere({id(call) for _, call in head})
    raises = None
    if any(word in CLAUSES for word, _ in head):
        raises = Raises(tuple(dict.fromkeys(reader.exceptions)), DIALECT, subject.function.lineno)
    permitted = tuple(
        Exceptional(name, "", name, DIALECT, subject.function.lineno, subject.function.lineno)
        for name in reader.exceptions
    )
    return Contract(
        requires=tuple(reader.requires),
        ensures=tuple(reader.ensures),
        raises=raises,
        exceptional=permitted,
        problems=tuple(reader.problems),
    )


def _head(function: Function, words: Mapping[str, str]) -> Iterator[tuple[str, ast.Call]]:
    """The specification statements before the first statement that runs."""
    for index, statement in enumerate(function.body):
        found = statement_of(statement, words)
        match statement:
            case ast.Expr(value=ast.Constant()) if index == 0:
                continue
            case _ if found is None or found[0] in CHECKED:
                return
            case _:
                yield found


def _is_abstract(function: Function, words: Mapping[str, str]) -> bool:
    return any(isinstance(d, ast.Name) and words.get(d.id) == "ContractOnly" for d in function.decorator_list)


@dataclass
class _Reader:
    subject: Subject
    scope: Scope
    abstract: bool
    requires: list[Clause] = field(default_factory=list)
    ensures: list[Clause] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)
    problems: list[ContractProblem] = field(default_factory=list)
    owned: list[tuple[Owned, ast.Call]] = field(default_factory=list)

    def clause(self, word: str, call: ast.Call) -> None:
        """One statement of the head."""
        match word, call.args:
            case "Requires", [condition]:
                self._condition("requires", condition, call)
            case "Ensures", [condition]:
                self._condition("ensures", condition, call)
            case "Exsures", [ast.Name() | ast.Attribute() as name, condition]:
                self.exceptions.append(ast.unparse(name))
                if not (isinstance(condition, ast.Constant) and condition.value is True):
                    self._opaque(call, "what holds when an exception leaves")
            case "Decreases", _:
                self.problems.append(ContractProblem(call.lineno, "the measure of `Decreases` is not used"))
            case _ if word in SILENT:
                pass
            case _:
                self._opaque(call, f"`{word}` with these arguments")

    def elsewhere(self, head: set[int]) -> None:
        """Statements behind the head that the function which runs does not have: nobody can decide them."""
        for node in own_nodes(self.subject.function):
            found = statement_of(node, self.scope.words)
            if found is None or id(found[1]) in head or found[0] in SILENT:
                continue
            word, call = found
            if word in CLAUSES:
                self._opaque(call, f"`{word}` stands behind what runs")
                continue
            try:
                obligation(word, call, self.scope)
            except Unread as reason:
                self._opaque(call, str(reason))

    def separation(self) -> None:
        """Two full owners of a field own it of two objects; with a part each, it may be the same one."""
        for (first, _), (second, call) in itertools.combinations(self.owned, 2):
            one, other = ast.unparse(first.receiver), ast.unparse(second.receiver)
            if first.field != second.field or one == other or not (first.full or second.full):
                continue
            place = self._place("requires", call)
            text = f"{other} and {one} are two: both own `{second.field}`"
            if not (first.sure and second.sure):
                self.requires.append(place.opaque(text, "what is owned under a condition", raises_on_failure=""))
                continue
            body = ast.Compare(left=second.receiver, ops=[ast.IsNot()], comparators=[first.receiver])
            names = mentioned(self.subject.function, [body])
            clause = place.clause(ast.unparse(body), text, parameters=names, raises_on_failure="")
            self.requires.append(clause)

    def _condition(self, kind: Kind, condition: ast.expr, call: ast.Call) -> None:
        ensures = kind == "ensures"
        text = ast.unparse(condition)
        try:
            if self.abstract:
                raise Unread("a function that is nothing but a contract has no body to hold it against")
            found = elaborated(condition, self.scope, ensures)
            if not ensures:
                self.owned += [(one, call) for one in found.owned]
            if not found.says_nothing:
                (self.ensures if ensures else self.requires).append(self._clause(kind, found, text, call))
        except (Unread, Unreadable) as reason:
            place = self._place(kind, call)
            (self.ensures if ensures else self.requires).append(place.opaque(text, str(reason), raises_on_failure=""))

    def _clause(self, kind: Kind, found: Elaborated, text: str, call: ast.Call) -> Clause:
        old = tuple((name, source_of(value)) for name, value in found.old)
        if any(mentions_private(part) for part in (found.body, *(value for _, value in found.old))):
            raise Unread("a private name, which is mangled where it stands")
        result = any(isinstance(n, ast.Name) and n.id == RESULT for n in ast.walk(found.body))
        return self._place(kind, call).clause(
            source_of(replace_names(found.body, {})),
            text,
            result_name=RESULT if result else None,
            old=old,
            parameters=mentioned(self.subject.function, [found.body, *(value for _, value in found.old)]),
            raises_on_failure="",
        )

    def _opaque(self, call: ast.Call, reason: str) -> None:
        place = self._place("ensures", call)
        self.ensures.append(place.opaque(ast.unparse(call), reason, raises_on_failure=""))

    def _place(self, kind: Kind, call: ast.Call) -> Place:
        return Place(kind, DIALECT, self.subject.name, call.lineno, call.end_lineno or call.lineno)
