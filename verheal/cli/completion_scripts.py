"""Scripts for three shells, from the words of the command line."""

from __future__ import annotations

from collections.abc import Iterator

from verheal.cli.completion_words import Command, Option, Value

_BASH = """\
# bash completion for verheal: eval "$(verheal completion bash)"
_verheal() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command="" word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in @COMMANDS@) command=$word; break;; esac
    done
    COMPREPLY=()
    if [[ $cur == "=" ]]; then cur=""; elif [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
    case $command,$prev in
@VALUES@
    esac
    case $command in
@WORDS@
    esac
}
_verheal_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
_verheal_files() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); }
_verheal_folders() { compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); }
complete -F _verheal verheal
"""
_ZSH = """\
#compdef verheal
# zsh completion for verheal: eval "$(verheal completion zsh)", or as a file _verheal in $fpath
_verheal() {
    local context state state_descr line
    typeset -A opt_args
    _arguments -C \\
@TOP@
        '1:command:->command' '*::argument:->argument' && return
    case $state in
        command)
            local -a commands=(
@COMMANDS@
            )
            _describe command commands;;
        argument)
            case $words[1] in
@CASES@
            esac;;
    esac
}
if [ "$funcstack[1]" = _verheal ]; then _verheal "$@"; else compdef _verheal verheal; fi
"""


def bash(commands: tuple[Command, ...]) -> str:
    """For `eval`, or a file in the folder of bash-completion, which it does not need."""
    names = "|".join(commands[0].arguments.choices)
    values = "\n".join(line for command in commands for line in _bash_values(command))
    words = "\n".join(_bash_words(command) for command in commands)
    return _BASH.replace("@COMMANDS@", names).replace("@VALUES@", values).replace("@WORDS@", words)


def _bash_values(command: Command) -> Iterator[str]:
    for option in command.options:
        if option.value is not None:
            where = "|".join(f"{command.name},{name}" for name in option.names)
            yield f"        {where}) {_bash_value(option.value) or ':'}; return;;"


def _bash_value(value: Value) -> str:
    if value.choices:
        return f"_verheal_words '{' '.join(value.choices)}'"
    return {"files": "_verheal_files", "folders": "_verheal_folders"}.get(value.place, "")


def _bash_words(command: Command) -> str:
    options = " ".join(name for option in command.options for name in option.names)
    other = _bash_value(command.arguments) or ":"
    head = f"        '{command.name}')"
    return f"{head} if [[ $cur == -* ]]; then _verheal_words '{options}'; else {other}; fi;;"


def zsh(commands: tuple[Command, ...]) -> str:
    """For `eval` after `compinit`, or a file in `$fpath`."""
    top, *rest = commands
    described = "\n".join(f"                {_quoted(f'{one.name}:{one.help}')}" for one in rest)
    cases = "\n".join(_zsh_case(one) for one in rest)
    text = _ZSH.replace("@TOP@", "\n".join(f"        {line} \\" for line in _zsh_options(top)))
    return text.replace("@COMMANDS@", described).replace("@CASES@", cases)


def _zsh_case(command: Command) -> str:
    lines = [*_zsh_options(command), _quoted(f"*:argument:{_zsh_value(command.arguments)}")]
    joined = " \\\n                        ".join(lines)
    return f"                {command.name}) _arguments \\\n                        {joined};;"


def _zsh_options(command: Command) -> Iterator[str]:
    for option in command.options:
        said = option.help.replace("[", "(").replace("]", ")").replace(":", " ")
        value = "" if option.value is None else f":value:{_zsh_value(option.value)}"
        yield from (_quoted(f"{'*' if value else ''}{name}[{said}]{value}") for name in option.names)


def _zsh_value(value: Value) -> str:
    if value.choices:
        return f"({' '.join(value.choices)})"
    return {"files": "_files", "folders": "_files -/"}.get(value.place, "")


def fish(commands: tuple[Command, ...]) -> str:
    """For `source`, or a file in fish's folder of completions."""
    top, *rest = commands
    lines = ["# fish completion for verheal: verheal completion fish | source", "complete -c verheal -f"]
    lines += [_fish_option(option, "__fish_use_subcommand") for option in top.options]
    for command in rest:
        lines.append(f"complete -c verheal -n __fish_use_subcommand -a {command.name} -d {_fish(command.help)}")
        seen = f"'__fish_seen_subcommand_from {command.name}'"
        if command.arguments.choices:
            lines.append(f"complete -c verheal -n {seen} -a '{' '.join(command.arguments.choices)}'")
        elif command.arguments.place == "files":
            lines.append(f"complete -c verheal -n {seen} -F")
        lines += [_fish_option(option, seen) for option in command.options]
    return "\n".join(lines) + "\n"


def _fish_option(option: Option, condition: str) -> str:
    names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
    return f"complete -c verheal -n {condition} {names}{_fish_value(option.value)} -d {_fish(option.help)}"


def _fish_value(value: Value | None) -> str:
    if value is None:
        return ""
    if value.choices:
        return f" -x -a '{' '.join(value.choices)}'"
    return {"files": " -r -F", "folders": " -x -a '(__fish_complete_directories)'"}.get(value.place, " -x")


def _fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _quoted(text: str) -> str:
    """One word of a POSIX shell."""
    import shlex

    return shlex.quote(text)
