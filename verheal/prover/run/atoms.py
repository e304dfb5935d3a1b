"""Ints, floats, texts and bytes as Python expressions, and what has an effect on which are made."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from verheal.prover.run import reuse
from verheal.prover.run.mentions import Keys
from verheal.prover.run.reuse import Said
from verheal.prover.run.samples import BIG_INTS, BOUNDARY_INTS, FLOATS, TEXTS
from verheal.prover.run.scopes import Scope


@dataclass(frozen=True)
class Atoms:
    """What values are made of. `ints` and `texts` are constants of the code under test; `size` (0 to 1) grows the
    containers. `edges` are the ints to be used first, `odd` the texts; `said` is what was made so far, of
    which some comes again: a key that is in the table. Where `deep` is not empty, something is as long or
    as nested as its entry says. `keys` are those that dicts are asked for. Where it is `narrow`, the
    values are few and small, so that they meet; `again` is the share of ints that are made of earlier ones. `strict`:
    an int is no bool wherever it stands, and an Iterable may be an iterator."""

    scope: Scope
    random: Random
    ints: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    size: float = 0.3
    edges: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    said: Said = field(default_factory=Said)
    deep: list[int] = field(default_factory=list)
    keys: tuple[Keys, ...] = ()
    narrow: bool = False
    again: float = reuse.AGAIN
    strict: bool = False

    def int_(self, depth: int = 0) -> str:
        if self.edges and depth <= 2 and self.random.random() < 0.7:
            made = self.edges.pop()
            self.said.ints.extend([int(made)] if made.removeprefix("-").isdigit() else [])
            return made
        number = reuse.number(self.said.ints, self.random, self.again)
        if number is None:
            if not self.narrow and self.random.random() < 0.02:
                return str(self.random.choice(BIG_INTS))
            number = self.new_int()
        self.said.ints.append(number)
        return str(number)

    def new_int(self) -> int:
        if self.narrow:
            return self.random.choice(reuse.FEW)
        way = self.random.random()
        if way < 0.45:
            return self.random.randint(-5, 6)
        if way < 0.65 and self.ints:
            return self.random.choice(self.ints)
        if way < 0.8:
            return self.random.randint(-60, 120)
        return self.random.choice(BOUNDARY_INTS) if way < 0.95 else reuse.wide(self.random)

    def float_(self) -> str:
        made = reuse.again(self.said.floats, self.random) or self.new_float()
        self.said.floats.append(made)
        return made

    def new_float(self) -> str:
        way = self.random.random()
        if way < 0.5:
            return self.random.choice(FLOATS)
        if way < 0.8:
            return repr(float(self.random.randint(-8, 8)))
        return repr(round(self.random.uniform(-100, 100), self.random.randint(0, 6)))

    def text(self) -> str:
        if self.narrow and len(set(self.said.texts)) > 1:
            return self.random.choice(self.said.texts)
        if not self.odd and (made := reuse.again(self.said.texts, self.random)) is not None:
            return made
        self.said.texts.append(self.odd.pop() if self.odd else self.new_text())
        return self.said.texts[-1]

    def new_text(self) -> str:
        way = self.random.random()
        if way < 0.02:
            return ascii(self.random.choice("a x") * reuse.length(self.ints, self.random))
        if way < 0.45:
            return ascii(self.random.choice(TEXTS))
        if way < 0.65 and self.texts:
            return ascii(self.random.choice(self.texts))
        alphabet = self.random.choice(("ab", "abc ", "01", "aA1-_. ", "()[]{}", "".join(self.texts)[:12] or "xyz"))
        return ascii(
            "".join(self.random.choice(alphabet) for _ in range(self.random.randint(0, 4 + int(self.size * 8))))
        )

    def bytes_(self) -> str:
        if self.random.random() < 0.05:
            return f"b'a' * {reuse.length(self.ints, self.random)}"
        return repr(bytes(self.random.choice((0, 1, 65, 97, 128, 255)) for _ in range(self.random.randint(0, 4))))
