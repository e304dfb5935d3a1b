"""What an `infer` found, for people: function by function, then one line of summary."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.report.infer_model import POST, PRE, InferredResult, InferResult
from verheal.report.printable import printable
from verheal.report.style import Style
from verheal.report.wording import count, seconds

LEGEND = (
    "inferred: nobody wrote it, and it says what the code does, not what it is meant to do · "
    "pre: with it, nothing undeclared is raised · post: holds whenever the function returns; both are proved"
)
MOST_CALLS = 3


def render(
    result: InferResult, style: Style, *, everything: bool = False, quiet: bool = False, stats: bool = False
) -> str:
    """The whole report, ending in a newline. `everything`: also the functions of which nothing was inferred."""
    lines: list[str] = []
    if not quiet:
        for problem in result.problems:
            place = f"{problem.path}:{problem.line}" if problem.line else problem.path
            word = style.paint(f"{problem.severity}[{problem.code}]", "red", "bold")
            lines += [f"{style.paint(printable(place), 'bold')}: {word}: {printable(problem.message)}", ""]
        for function in sorted(result.functions, key=lambda f: (f.path, f.line, f.function)):
            if function.conditions or everything:
                lines += [*_function(function, style), ""]
    lines += [style.paint(line, "bold") for line in summary(result, everything)]
    if any(function.conditions for function in result.functions) and not quiet:
        lines.append(style.paint(LEGEND, "dim"))
    if stats:
        cost = result.stats
        lines.append(f"{seconds(cost.cpu_seconds)} CPU, {seconds(cost.wall_seconds)}, isolation: {cost.isolation}")
    return "\n".join(lines) + "\n"


def _function(function: InferredResult, style: Style) -> Iterator[str]:
    place = style.paint(printable(f"{function.path}:{function.line}"), "bold")
    word = style.paint("inferred", "green", "bold") if function.conditions else style.paint("nothing", "yellow", "bold")
    yield f"{place}: {word} {printable(function.function)}"
    mark = style.paint("=", "blue")
    kept = {_unchanged(condition.text): condition for condition in function.conditions}
    failing = iter(function.failing)
    for condition in [c for c in function.conditions if not _unchanged(c.text)]:
        yield f"  {mark} {condition.kind}: {style.paint(printable(condition.text, 300), 'bold')}"
        call, raises = next(failing, ("", "")) if condition.kind == PRE else ("", "")
        if call:
            yield f"      without it: {printable(call, 200)} raises {printable(raises, 100)}"
    same = [printable(name, 100) for name in kept if name]
    if same:
        are = "is" if len(same) == 1 else "are"
        yield f"  {mark} post: {style.paint(', '.join(same), 'bold')} {are} left as before"
    for why in dict.fromkeys(c.note for c in function.conditions if c.note):
        texts = ", ".join(printable(c.text, 100) for c in function.conditions if c.note == why)
        yield f"  {mark} not written: {texts}: {printable(why, 200)}"
    if function.excluded:
        shown = ", ".join(printable(call, 100) for call in function.excluded[:MOST_CALLS])
        yield f"  {mark} note: the precondition is stronger than needed: {shown} returned"
    if function.reason:
        yield f"  {mark} {'note' if function.conditions else 'why'}: {printable(function.reason, 300)}"


def _unchanged(text: str) -> str:
    """What a condition such as `xs == __old__.xs` says is left as it was, or ""."""
    name, _, old = text.partition(" == ")
    return name if old == f"__old__.{name}" else ""


def summary(result: InferResult, everything: bool = False) -> Iterator[str]:
    """A line or two."""
    if result.partial is not None:
        yield result.partial
    found = [function for function in result.functions if function.conditions]
    if not result.functions and not result.contracted:
        yield "no functions were found"
        return
    kinds = [condition.kind for function in found for condition in function.conditions]
    parts = [count(kinds.count(kind), noun) for kind, noun in ((PRE, "precondition"), (POST, "postcondition"))]
    without = count(len(result.functions), "function")
    yield f"{without} without a contract: {' and '.join(parts)} inferred, of {len(found)}"
    left = len(result.functions) - len(found)
    if left and not everything:
        yield f"of {left:,} nothing was inferred (--all says why)"
    if result.contracted:
        have = "has a contract already and was" if result.contracted == 1 else "have a contract already and were"
        yield f"{count(result.contracted, 'function')} {have} left alone"
    for path, number in result.written.items():
        yield f"{printable(path)}: {count(number, 'condition')} written"
