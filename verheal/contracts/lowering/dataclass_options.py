"""What is written in the parentheses of `@dataclass(...)`: which of it leaves the class as it is modelled."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

MODELLED = frozenset({"init", "frozen", "eq", "order", "kw_only", "slots", "repr", "unsafe_hash", "match_args"})
HARMLESS = frozenset({"slots", "repr", "match_args"})  # whatever their values are, nothing else changes
UNKNOWN = frozenset({"?"})


def odd_options(program: Program, module: str, node: ast.ClassDef) -> str:
    """Why the decorator makes another class than the one modelled, or ""."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("dataclass"):
            for option in decorator.keywords:
                if option.arg is None:
                    if not _keys(program, module, option.value) <= HARMLESS:
                        return f"dataclass with {ast.unparse(option)}"
                elif option.arg not in MODELLED or not isinstance(option.value, ast.Constant):
                    return f"dataclass with {option.arg}"
    return ""


def _keys(program: Program, module: str, node: ast.expr) -> frozenset[str]:
    """The keys that a module constant may have: those of all the displays that are bound to its name.

    It is the same to whom it is unpacked as `**name` only: nobody else can have changed it.
    """
    from verheal.contracts.lowering.program import ConstantRef

    found = program.attribute(module, ast.unparse(node))
    if not isinstance(found, ConstantRef):
        return UNKNOWN
    name = found.constant.name
    keys: set[str] = set()
    stores = unpacked = mentions = 0
    for one in (one for other in program.modules for one in ast.walk(program.tree(other))):
        match one:
            case ast.Assign(targets=[ast.Name(id=bound)], value=ast.Dict(keys=parts)) if bound == name:
                keys |= {str(part.value) if isinstance(part, ast.Constant) else "?" for part in parts}
                stores += 1
            case ast.AnnAssign(target=ast.Name(id=bound), value=None) if bound == name:
                stores += 1
            case ast.keyword(arg=None, value=ast.Name(id=bound)) if bound == name:
                unpacked += 1
            case ast.Name(id=bound) | ast.Attribute(attr=bound) if bound == name:
                mentions += 1
    return frozenset(keys) if mentions == stores + unpacked else UNKNOWN
