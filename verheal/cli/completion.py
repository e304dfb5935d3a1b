"""`verheal completion SHELL`: what the shell needs to complete verheal's commands, options and their values.

It is made from the parser itself, so it knows no option less and none more.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

from verheal.cli.completion_scripts import bash, fish, zsh
from verheal.cli.completion_words import Command, words_of
from verheal.cli.parser import parser_and_commands

SCRIPTS: Mapping[str, Callable[[tuple[Command, ...]], str]] = MappingProxyType(
    {"bash": bash, "zsh": zsh, "fish": fish}
)


def run(parsed: argparse.Namespace) -> int:
    sys.stdout.write(script(parsed.shell))
    return 0


def script(shell: str) -> str:
    """The script for one of SCRIPTS. Raises KeyError for another shell."""
    parser, commands = parser_and_commands()
    return SCRIPTS[shell](words_of(parser, commands))
