"""Which function of one version of a repository is which of another: by name, by text, by likeness.

A wrong match costs a wrong question, never a wrong answer: two functions are compared as they are.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verheal.contracts.source.model import Function, Repository

LIKE = 0.7  # share of the words that two bodies have in common, for one to be the other under a new name
FEWEST = 8  # words of such a body: short ones look alike by chance
MOST_LIKENESS = 4000  # comparisons of texts; beyond that only equal texts are found
WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Match:
    """One function in both versions. `kind`: same (its name), moved (to another module) or renamed."""

    before: Function
    after: Function
    kind: str = "same"


@dataclass(frozen=True)
class Matching:
    """Every function of the first version is in a match or removed, every one of the second in a match or added."""

    matches: tuple[Match, ...]
    added: tuple[Function, ...]
    removed: tuple[Function, ...]


def matching(before: Repository, after: Repository) -> Matching:
    """The functions that an expression can call; what is nested in another function is part of that one."""
    old, new = _callable(before), _callable(after)
    matches = [Match(old[key], new[key]) for key in old if key in new]
    gone = [f for key, f in old.items() if key not in new]
    come = [f for key, f in new.items() if key not in old]
    texts = _Texts(before, after)
    for find in (_moved, _same_text, _alike):
        found = list(find(gone, come, texts))
        matches += found
        gone = [f for f in gone if all(f is not match.before for match in found)]
        come = [f for f in come if all(f is not match.after for match in found)]
    return Matching(tuple(matches), tuple(come), tuple(gone))


def _callable(repository: Repository) -> dict[str, Function]:
    """The last function of each name."""
    return {f.key: f for f in repository.functions if not f.nested and "<locals>" not in f.qualname}


def _moved(gone: Sequence[Function], come: Sequence[Function], texts: _Texts) -> Iterator[Match]:
    """The only two of one qualified name."""
    old, new = _by(gone, lambda f: f.qualname), _by(come, lambda f: f.qualname)
    for name, functions in old.items():
        if len(functions) == 1 and len(new.get(name, ())) == 1:
            yield Match(functions[0], new[name][0], "moved")


def _same_text(gone: Sequence[Function], come: Sequence[Function], texts: _Texts) -> Iterator[Match]:
    """The only two of one text, but for the name; in the same module, or anywhere if the text is no commonplace."""
    for by, fewest in ((lambda f: f"{f.path} {texts.nameless(f)}", 0), (texts.nameless, FEWEST)):
        old, new = _by(gone, by), _by(come, by)
        found = [
            Match(one[0], new[key][0], "renamed")
            for key, one in old.items()
            if len(one) == 1 and len(new.get(key, ())) == 1 and len(texts.words(one[0])) >= fewest
        ]
        yield from found
        gone = [f for f in gone if all(f is not match.before for match in found)]
        come = [f for f in come if all(f is not match.after for match in found)]


def _alike(gone: Sequence[Function], come: Sequence[Function], texts: _Texts) -> Iterator[Match]:
    """The most alike of one module, of the same kind and with as many parameters."""
    if len(gone) * len(come) > MOST_LIKENESS:
        return
    found = []
    for one in gone:
        for other in come:
            if one.path == other.path and _kind(one) == _kind(other):
                words, others = texts.words(one), texts.words(other)
                like = SequenceMatcher(None, words, others, False).ratio()
                if like >= LIKE and min(len(words), len(others)) >= FEWEST:
                    found.append((like, one, other))
    taken: list[Function] = []
    for _, one, other in sorted(found, key=lambda entry: (-entry[0], entry[1].key, entry[2].key)):
        if all(one is not f and other is not f for f in taken):
            taken += [one, other]
            yield Match(one, other, "renamed")


def _kind(function: Function) -> tuple[object, ...]:
    required = sum(parameter.default is None for parameter in function.parameters)
    return (function.class_name is None, function.is_async, function.is_property, required)


def _by(functions: Iterable[Function], key: Callable[[Function], str]) -> Mapping[str, list[Function]]:
    found: dict[str, list[Function]] = defaultdict(list)
    for function in functions:
        found[key(function)].append(function)
    return found


class _Texts:
    """Texts of functions, of both versions."""

    def __init__(self, before: Repository, after: Repository) -> None:
        self.lines: dict[int, list[str]] = {}
        for repository in (before, after):
            for module in repository.modules:
                lines = module.text.splitlines()
                for function in module.functions:
                    self.lines[id(function)] = lines

    def source(self, function: Function) -> str:
        """From its first decorator on, without what stands before it in its lines."""
        lines = self.lines[id(function)][max(0, function.first_line - 1) : function.span.end_line]
        indent = len(lines[0]) - len(lines[0].lstrip()) if lines else 0
        return "\n".join(line[indent:] if line[:indent].isspace() or not indent else line for line in lines)

    def words(self, function: Function) -> list[str]:
        """Those of its body."""
        return WORD.findall(self.nameless(function).partition("\n")[2])

    def nameless(self, function: Function) -> str:
        """Its syntax with its own name taken out; its own key where that cannot be had."""
        try:
            tree = ast.parse(self.source(function))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return function.key
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == function.name:
                node.name = "_"
            elif isinstance(node, ast.Name) and node.id == function.name:
                node.id = "_"
        return ast.unparse(tree)
