"""What can be typed. Options left out stay None: the configuration speaks. Flags only add strictness."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from verheal import __version__
from verheal.errors import UsageError

FORMATS = ("text", "json", "sarif", "sarif-github")
INFER_FORMATS = ("text", "json")
SHELLS = ("bash", "zsh", "fish")
DIFF_FORMATS = ("text", "json", "markdown")
WRITTEN_IN = ("pep316", "icontract", "deal", "asserts")
LEVELS = ("tested", "bounded", "confirmed", "proved", "corroborated", "certified")
_EXAMPLES = """\
examples:
  verheal check                          what pyproject.toml names, else the current directory
  verheal check src/ --all               every finding and every function
  verheal check shop/stats.py --function 'Stats.*'
  verheal check . --require proved       fail unless every written clause is proved
  verheal check --changed-since main     what differs from a branch, itself or in what it calls
  verheal check . --corroborate          ask cvc5 about what z3 proved
  verheal check . --format json -o out.json --format sarif-github -o out.sarif
  verheal check . --repro tests/regressions

exit codes:
  0  as required
  1  findings: a written clause is refuted, input cannot be read, or --require is not met
  2  wrong usage or configuration, or interrupted
  3  an error of verheal's own, or a missing solver
  5  nothing to verify
"""

_DIFFS = """\
examples:
  verheal diff                                    the working tree against the last commit
  verheal diff main                               the working tree against a branch
  verheal diff v1.2..HEAD src/                    two revisions, below src/
  verheal diff main...feature --format markdown   what a pull request changes, for its description
  verheal diff old.py new.py                      two files, or two folders
  verheal diff --before shop.py:total --after shop.py:fast_total

exit codes:
  0  nothing differs: equivalent, or (without --require) not known to differ
  1  something differs, input cannot be read, or with --require something is not equivalent
  2  wrong usage or configuration, or interrupted
  3  an error of verheal's own, or a missing solver
  5  nothing has changed
"""

_INFERS = """\
examples:
  verheal infer src/                         what is proved of the functions without a contract
  verheal infer shop/stats.py --function 'Stats.*'
  verheal infer src/ --all                   also the functions of which nothing is inferred, and why
  verheal infer src/ --format json -o inferred.json
  verheal infer src/ --write                 put it into the docstrings, as PEP 316 writes it
  verheal infer src/ --write --dialect icontract

exit codes:
  0  as required, whatever was inferred
  1  input cannot be read
  2  wrong usage or configuration, or interrupted
  3  an error of verheal's own, or a missing solver
  5  there is no function
"""


class Collect(argparse.Action):
    """Keeps `--format` and `-o` in the order in which they were written."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option: str | None = None,
    ) -> None:
        kind = "format" if self.dest == "format" else "file"
        namespace.outputs = (*(getattr(namespace, "outputs", None) or ()), (kind, values))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Exits with 0 for --help and --version, with 2 for what is not understood, as argparse does.

    Raises UsageError for an option that does not exist, with the one that was probably meant.
    """
    parser, commands = parser_and_commands()
    if not arguments:
        parser.print_help(sys.stderr)
        raise SystemExit(2)
    parsed, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise _unknown(unknown[0], parsed.command, commands[parsed.command])
    return parsed


def parser_and_commands() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser of the whole command line, and those of its commands by name."""
    parser = argparse.ArgumentParser(
        prog="verheal",
        description="Proves and refutes the contracts of Python code, function by function.",
        epilog="`verheal COMMAND --help` has examples. Start with: verheal check PATH",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"verheal {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _check(commands)
    _diff(commands)
    _infer(commands)
    _explain(commands)
    _init(commands)
    _schema(commands)
    _completion(commands)
    return parser, commands.choices


def _unknown(word: str, command: str, parser: argparse.ArgumentParser) -> UsageError:
    from difflib import get_close_matches

    options = [name for name in parser.format_help().split() if name.startswith("--")]
    close = get_close_matches(word.partition("=")[0], sorted(o.strip(",.]") for o in options), n=1)
    hint = f"did you mean {close[0]}?" if close else f"`verheal {command} --help` lists the options"
    said = f"{command} has no option {word}" if word.startswith("-") else f"{word}: unexpected"
    return UsageError(said, hint=hint)


def _command(commands: Any, name: str, help: str, examples: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=help,
        description=help[0].upper() + help[1:] + ".",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    return parser


def _check(commands: Any) -> None:
    parser = _command(commands, "check", "prove or refute every function below the given paths", _EXAMPLES)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or directories")
    _what(parser)
    parser.add_argument(
        "--changed-since", metavar="REV", help="only functions that changed since this revision, or what they call did"
    )
    _verdict(parser.add_argument_group("what is asked for"))
    _reports(parser.add_argument_group("reports"))
    _effort(parser.add_argument_group("effort"))


def _diff(commands: Any) -> None:
    parser = _command(commands, "diff", "tell whether functions still do what they did before a change", _DIFFS)
    parser.add_argument(
        "what", nargs="*", metavar="WHAT", help="FILE1 FILE2, or REV1..REV2 [PATH...], or REV [PATH...]; default HEAD"
    )
    parser.add_argument("--before", metavar="FILE:FUNCTION", help="one function, by its file and qualified name")
    parser.add_argument("--after", metavar="FILE:FUNCTION", help="the function to compare it with")
    _what(parser)
    _level(parser.add_argument_group("what is asked for"))
    _outputs(parser.add_argument_group("reports"), DIFF_FORMATS)
    _effort(parser.add_argument_group("effort"), "pair", 60)


def _infer(commands: Any) -> None:
    parser = _command(commands, "infer", "find contracts that nobody has written, each condition proved", _INFERS)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or directories")
    _what(parser)
    writing = parser.add_argument_group("writing")
    writing.add_argument(
        "--write", action="store_true", help="put what is proved into the files, marked as inferred, and prove it again"
    )
    writing.add_argument(
        "--dialect", choices=WRITTEN_IN, metavar="NAME", help=f"{', '.join(WRITTEN_IN)} (default {WRITTEN_IN[0]})"
    )
    writing.add_argument(
        "--allow-dirty", action="store_true", help="also change files that git does not have as they stand"
    )
    group = parser.add_argument_group("reports")
    _outputs(group, INFER_FORMATS)
    group.add_argument("--all", action="store_true", help="also functions of which nothing is inferred, and why")
    _effort(parser.add_argument_group("effort"))


def _what(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--function", action="append", metavar="NAME", help="only this qualified name or glob; may repeat"
    )
    parser.add_argument(
        "--exclude", action="append", metavar="GLOB", help="leave out what matches; may repeat"
    )
    parser.add_argument("--config", metavar="FILE", help="read [tool.verheal] from this file")


def _verdict(group: Any) -> None:
    group.add_argument(
        "--strict", action="store_true", help="every refutation fails, not only of written clauses"
    )
    _level(group)
    group.add_argument(
        "--corroborate", action="store_true", help="ask a second solver, cvc5, about every proof; so does --require"
    )
    group.add_argument(
        "--seeds", type=_count, metavar="N", help="ask for each proof again under N random seeds: how steady is it?"
    )


def _level(group: Any) -> None:
    group.add_argument(
        "--require", choices=LEVELS, metavar="LEVEL", help=f"fail below this: {', '.join(LEVELS)}"
    )


def _reports(group: Any) -> None:
    _outputs(group, FORMATS)
    group.add_argument(
        "--suggest-invariants", action="store_true", help="print loop invariants found, as asserts for the loop head"
    )
    group.add_argument("--repro", metavar="DIR", help="write each counterexample as a pytest file into DIR")
    group.add_argument(
        "--all", action="store_true", help="every finding, however low its rank, and every function"
    )


def _outputs(group: Any, formats: Sequence[str]) -> None:
    group.add_argument(
        "--format",
        action=Collect,
        choices=formats,
        metavar="FORMAT",
        help=f"{', '.join(formats)}; may repeat",
    )
    group.add_argument(
        "-o",
        "--output",
        action=Collect,
        metavar="FILE",
        help="where the --format before it goes; - is stdout",
    )
    group.add_argument("--stats", action="store_true", help="what the run cost")
    group.add_argument("-q", "--quiet", action="store_true", help="the summary only")
    group.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="auto obeys NO_COLOR"
    )


def _effort(group: Any, of: str = "function", seconds: int = 10) -> None:
    group.add_argument(
        "--budget", type=_positive, metavar="SECONDS", help=f"CPU seconds for one {of} (default {seconds})"
    )
    group.add_argument("-j", "--jobs", type=_count, metavar="N", help="worker processes; 0 is one per core")
    group.add_argument("--no-cache", action="store_true", help="neither read nor write .verheal/")
    group.add_argument(
        "--python", metavar="EXE", help="interpreter that has the dependencies of the checked code"
    )
    group.add_argument(
        "--isolation",
        choices=("auto", "os", "rlimits", "off"),
        help="how the checked code is run: os wants bubblewrap or Landlock, off does not run it",
    )


def _explain(commands: Any) -> None:
    examples = "examples:\n  verheal explain ID src/\n  verheal explain ID --smt > obligation.smt2\n"
    parser = _command(
        commands, "explain", "one obligation in full: what was to be shown and who tried", examples
    )
    parser.add_argument("id", metavar="ID", help="as printed by check")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="where to look for it")
    parser.add_argument("--smt", action="store_true", help="print its SMT-LIB text and nothing else")
    parser.add_argument("--config", metavar="FILE", help="read [tool.verheal] from this file")
    _effort(parser)
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="auto obeys NO_COLOR"
    )


def _init(commands: Any) -> None:
    examples = "examples:\n  verheal init          in the current directory\n  verheal init app/  elsewhere\n"
    parser = _command(
        commands,
        "init",
        "add [tool.verheal] to pyproject.toml and make the ignored folder .verheal/",
        examples,
    )
    parser.add_argument("directory", nargs="?", default=".", metavar="DIR")


def _schema(commands: Any) -> None:
    from verheal.report.schemas import NAMES

    parser = _command(
        commands,
        "schema",
        "print the JSON schema of a command's output",
        "examples:\n  verheal schema check\n",
    )
    parser.add_argument("name", choices=NAMES, metavar="NAME", help=", ".join(NAMES))


def _completion(commands: Any) -> None:
    examples = (
        'examples:\n  eval "$(verheal completion bash)"        in ~/.bashrc\n'
        '  eval "$(verheal completion zsh)"         in ~/.zshrc, after compinit\n'
        "  verheal completion fish | source         in ~/.config/fish/config.fish\n"
    )
    parser = _command(commands, "completion", "print a script that completes verheal's command line", examples)
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not a positive number of seconds")
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"{text} is negative")
    return value
