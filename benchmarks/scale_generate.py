"""Writes a repository of typed functions: varied, by seed, some with contracts, some with defects."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

PER_MODULE = 25
HEAD = '''"""Generated: module {index} of {total}."""

from __future__ import annotations

from dataclasses import dataclass
{imports}

@dataclass
class Item{index}:
    name: str
    price: int
    count: int = 1
'''


@dataclass(frozen=True)
class Made:
    """One function. `calls` names the others that it calls; a `plain` one takes any two ints to an int."""

    name: str
    module: int
    text: str
    calls: tuple[str, ...] = ()
    plain: bool = False


@dataclass(frozen=True)
class Slot:
    """What a template fills: `k` and `m` are constants, `callees` what may be called."""

    name: str
    module: int
    k: int
    m: int
    choice: random.Random
    callees: tuple[Made, ...]

    def made(self, text: str, *, plain: bool = False, calls: tuple[str, ...] = ()) -> Made:
        return Made(self.name, self.module, text.strip("\n") + "\n", calls, plain)


def arithmetic(s: Slot) -> Made:
    return s.made(f"def {s.name}(a: int, b: int) -> int:\n    return a * {s.k} + b * {s.m} - {s.k}", plain=True)


def division(s: Slot) -> Made:
    guard = "    assert b > 0\n" if s.choice.random() < 0.8 else ""
    return s.made(
        f"def {s.name}(a: int, b: int) -> int:\n{guard}    result = (a + {s.k}) // b\n"
        f"    assert result * b <= a + {s.k}\n    return result"
    )


def clamp(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(a: int, b: int) -> int:\n"
        f"    result = a + b % {s.m}\n    if result < {s.k}:\n        result = {s.k}\n"
        f"    elif result > {s.k + s.m}:\n        result = {s.k + s.m}\n"
        f"    assert {s.k} <= result <= {s.k + s.m}\n    return result",
        plain=True,
    )


def grade(s: Slot) -> Made:
    low, high = s.k, s.k + s.m
    return s.made(
        f"def {s.name}(points: int) -> str:\n"
        '    """\n    pre: points >= 0\n    post: __return__ != ""\n    """\n'
        f'    if points < {low}:\n        return "low"\n    if points <= {high}:\n        return "middle"\n'
        '    return "high"'
    )


def countdown(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(n: int) -> int:\n    assert n >= 0\n    total = 0\n    i = n\n    while i > 0:\n"
        f"        total += {s.k}\n        i -= 1\n    assert i == 0\n    return total"
    )


def series(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(start: int) -> int:\n    total = start\n    for i in range({s.m % 6 + 2}):\n"
        f"        total += i * {s.k}\n    assert total >= start\n    return total"
    )


def largest(s: Slot) -> Made:
    guard = "    assert len(xs) > 0\n" if s.choice.random() < 0.8 else ""
    return s.made(
        f"def {s.name}(xs: list[int]) -> int:\n{guard}    best = xs[0]\n    for x in xs:\n"
        f"        if x > best:\n            best = x\n    return best + {s.k}"
    )


def positives(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(xs: list[int]) -> list[int]:\n    kept = [x for x in xs if x > {s.k}]\n"
        f"    assert len(kept) <= len(xs)\n    return kept"
    )


def appended(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(xs: list[int]) -> None:\n"
        '    """\n    post[xs]: len(xs) == len(__old__.xs) + 1\n    """\n'
        f"    xs.append({s.k})"
    )


def label(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(text: str, times: int) -> str:\n"
        f'    assert times >= 0\n    result = text + "-" * {s.m % 5}\n'
        f"    assert len(result) == len(text) + {s.m % 5}\n    return result if times else text"
    )


def initial(s: Slot) -> Made:
    guard = '    if text == "":\n        return ""\n' if s.choice.random() < 0.8 else ""
    return s.made(f"def {s.name}(text: str) -> str:\n{guard}    return text[0]")


def cost(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(item: Item{s.module}) -> int:\n    assert item.price >= 0 and item.count >= 0\n"
        f"    result = item.price * item.count + {s.k}\n    assert result >= {s.k}\n    return result"
    )


def restock(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(item: Item{s.module}, more: int) -> None:\n"
        f"    assert more > 0\n    before = item.count\n"
        f"    item.count += more + {s.k % 2}\n    assert item.count > before"
    )


def lookup(s: Slot) -> Made:
    return s.made(
        f"def {s.name}(table: dict[str, int], key: str) -> int:\n    if key in table:\n"
        f"        return table[key]\n    return {s.k}"
    )


def combined(s: Slot) -> Made:
    if not s.callees:
        return arithmetic(s)
    first, second = s.choice.choice(s.callees), s.choice.choice(s.callees)
    return s.made(
        f"def {s.name}(a: int, b: int) -> int:\n    left = {first.name}(a, {s.k})\n"
        f"    right = {second.name}(b, {s.m})\n    return left - right",
        calls=tuple(dict.fromkeys((first.name, second.name))),
        plain=True,
    )


Template = Callable[[Slot], Made]
TEMPLATES: tuple[Template, ...] = (
    arithmetic, division, clamp, grade, countdown, series, largest, positives, appended, label, initial,
    cost, restock, lookup, combined, combined,
)  # fmt: skip


def generate(count: int, seed: int) -> tuple[Made, ...]:
    """Functions in an order in which each calls only earlier ones, of its own or the module before."""
    choice = random.Random(seed)
    made: list[Made] = []
    for index in range(count):
        template = choice.choice(TEMPLATES)
        module = index // PER_MODULE
        callees = tuple(f for f in made if f.plain and module - 1 <= f.module <= module)
        name = f"{template.__name__}_{index:04d}"
        made.append(template(Slot(name, module, choice.randint(1, 99), choice.randint(2, 50), choice, callees)))
    return tuple(made)


def write(made: tuple[Made, ...], folder: Path) -> None:
    """A package `shop` below `folder`."""
    package = folder / "shop"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text('"""Generated."""\n', encoding="utf-8")
    (folder / "pyproject.toml").write_text("[tool.verheal]\n", encoding="utf-8")
    where = {f.name: f.module for f in made}
    total = max(where.values()) + 1
    for module in range(total):
        own = [f for f in made if f.module == module]
        _write_module(package / f"part{module}.py", own, where, total)


def _write_module(file: Path, own: list[Made], where: Mapping[str, int], total: int) -> None:
    module = own[0].module
    foreign = sorted({name for f in own for name in f.calls if where[name] != module})
    imports = "".join(f"from shop.part{where[name]} import {name}\n" for name in foreign)
    head = HEAD.format(index=module, total=total, imports=f"\n{imports}" if imports else "")
    file.write_text("\n\n".join([head, *(f.text for f in own)]), encoding="utf-8")


def cone(made: tuple[Made, ...], name: str) -> frozenset[str]:
    """A function and all that call it, directly or not."""
    found = {name}
    for function in made:  # callers come after what they call
        if found.intersection(function.calls):
            found.add(function.name)
    return frozenset(found)
