"""What is to be decided: an obligation as the kernel sees it."""

from __future__ import annotations

from dataclasses import dataclass

from verheal.proofs.assumption import Assumption

KINDS = (
    "pre", "post", "invariant", "loop-invariant", "assert", "type", "raises", "frame", "termination",
    "refinement", "equivalence",
)


# First line, first column, last line, column behind the end; columns count UTF-8 bytes from 0.
Span = tuple[int, int, int, int]


@dataclass(frozen=True)
class Place:
    """Lines `line` to `end_line` (from 1, both included) of a function, named as the module qualifies it.

    `spans` are the positions at which CPython says that it fails, none that another obligation of the same kind
    shares; empty when they are not known. `crowded`: another obligation of the kind lies on these lines.
    """

    path: str
    function: str
    line: int
    end_line: int
    spans: tuple[Span, ...] = ()
    crowded: bool = False

    def holds(self, path: str, function: str, line: int) -> bool:
        """Whether the line is here; comprehensions and lambdas of the function count as the function.

        post: not __return__ or self.line <= line <= self.end_line
        """
        inside = function == self.function or function.startswith(f"{self.function}.<locals>.<")
        return path == self.path and inside and self.line <= line <= self.end_line

    def blames(self, path: str, function: str, line: int, span: Span | None) -> bool:
        """Whether it is this place that failed there. On crowded lines that takes a known position.

        post: not __return__ or self.holds(path, function, line)
        """
        if not self.holds(path, function, line):
            return False
        return not self.crowded if span is None or not self.spans else span in self.spans


@dataclass(frozen=True)
class RaiseSite:
    """A raise statement of the function itself: it declares `exception`, a type's name, only from there."""

    line: int
    end_line: int
    exception: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Claim:
    """One obligation, as frozen data. Raises ValueError for a kind that does not exist.

    obligation  the obligation's id
    kind        one of KINDS, or safety:<ExceptionName>, with its module unless it is a builtin
    path, function  whose obligation it is: the function that a replay calls
    place       where it fails when it fails: the statement or expression, the call for `pre`, the clause;
                in the callee, for what an inlined callee does
    clause      text of the clause, of the annotation for `type`; "" for safety and raises
    closure     closure key of the source that a run of the function executes
    text        canonical SMT-LIB text whose unsat proves the obligation; "" when there is none
    lemmas      texts whose unsat `text` assumes (initiation and consecution of loop invariants), flattened
    rests_on    ids of the obligations of callees that `text` assumes
    declared    exception types that the written contract lets out
    raise_sites raise statements written in the function itself
    unreachable the text says that the obligation's path cannot be taken, not that its goal holds there
    """

    obligation: str
    kind: str
    path: str
    function: str
    place: Place
    clause: str
    closure: str
    text: str = ""
    lemmas: tuple[str, ...] = ()
    assumptions: frozenset[Assumption] = frozenset()
    rests_on: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()
    raise_sites: tuple[RaiseSite, ...] = ()
    unreachable: bool = False

    def __post_init__(self) -> None:
        exception = self.kind.removeprefix("safety:")
        named = all(part.isidentifier() for part in exception.split("."))
        if self.kind not in KINDS and not (exception != self.kind and named):
            raise ValueError(f"there is no obligation of kind {self.kind!r}")
