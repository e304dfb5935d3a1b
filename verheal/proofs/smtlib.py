"""Which SMT-LIB texts the kernel accepts: declarations and assertions, then one (check-sat).

A text that could reset, pop, include, set options or print would make `unsat` an answer to another question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

COMMANDS: Final = frozenset({
    "set-logic", "declare-const", "declare-fun", "declare-datatypes", "declare-datatype", "declare-sort",
    "define-fun", "assert", "check-sat",
})
# Redefining one of these would change what every assertion says.
RESERVED: Final = frozenset({
    "true", "false", "not", "and", "or", "xor", "=>", "=", "distinct", "ite", "let", "forall", "exists",
})
# A NUL, for one, ends the text early for a solver written in C.
FOREIGN: Final = re.compile(r"[^ -~\t\n]")
TOKEN: Final = re.compile(
    r"""(?P<skip>[ \t\n]+|;[^\n]*)
      | (?P<token>[()]
      | "(?:[^"]|"")*"                      # a quote inside a string is doubled
      | \|[^|\\]*\|
      | :pattern(?![^ \t\n()])              # the only attribute: it guides instantiation, never meaning
      | [A-Za-z0-9~!@$%^&*_+=<>.?/#-]+)""",
    re.VERBOSE,
)


@lru_cache(maxsize=128)  # the obligations of a function share the lemmas of its loops
def flaw(text: str) -> str | None:
    """What keeps a text from being an acceptable obligation, or None."""
    if FOREIGN.search(text):
        return "holds something else than printable ASCII"
    tokens, end = _tokens(text)
    if end != len(text):
        return f"cannot be read from character {end} on: {text[end:end + 20]!r}"
    commands = _commands(tokens)
    if commands is None:
        return "is not a sequence of balanced commands"
    if not commands:
        return "is empty: nothing to prove is not a proof"
    if [command for command in commands if command[1] == "check-sat"] != [("(", "check-sat", ")")]:
        return "does not hold exactly one (check-sat)"
    if commands[-1][1] != "check-sat":
        return "does not end in (check-sat)"
    return next((found for index, command in enumerate(commands) if (found := _misuse(command, index))), None)


def _tokens(text: str) -> tuple[list[str], int]:
    tokens: list[str] = []
    end = 0
    for match in TOKEN.finditer(text):
        if match.start() != end:
            break
        end = match.end()
        if match.lastgroup == "token":
            tokens.append(match[0])
    return tokens, end


def _commands(tokens: list[str]) -> list[tuple[str, ...]] | None:
    """The top-level lists with their parentheses; None when tokens are unbalanced or stand outside."""
    commands: list[tuple[str, ...]] = []
    depth = start = 0
    for index, token in enumerate(tokens):
        if token == "(":
            start = index if depth == 0 else start
            depth += 1
        elif depth == 0:
            return None
        elif token == ")":
            depth -= 1
            if depth == 0:
                commands.append(tuple(tokens[start:index + 1]))
    return commands if depth == 0 else None


def _misuse(command: tuple[str, ...], index: int) -> str | None:
    name = command[1]
    if name not in COMMANDS:
        return f"holds the command {name}, which is not allowed"
    if name == "set-logic" and index != 0:
        return "sets the logic anywhere but at its start"
    if name == "define-fun" and command[3:5] != ("(", ")"):
        return "defines a function with parameters"
    if name.startswith(("declare", "define")) and command[2].strip("|") in RESERVED:
        return f"declares {command[2]}, which has a meaning already"
    return None
