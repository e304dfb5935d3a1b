"""A solver's values put into a call that is known to count, for arguments that no model describes.

Of objects that only their class can make, a model tells too little; what it says of the other arguments is often all
that matters. A guess until it is replayed.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from verheal.prover.calls import Callee


def grafted(call: str, callee: Callee, values: Mapping[str, str]) -> str | None:
    """The call with these arguments, expressions by parameter name, in place of its own; or None.

    >>> from verheal.prover.calls import Parameter
    >>> grafted("C([1]).f(2)", Callee("C.f", (Parameter("self", "self"), Parameter("n", "n"))), {"n": "-7"})
    'C([1]).f(-7)'
    """
    tree = ast.parse(call, mode="eval")
    last = callee.text.rpartition(".")[2]
    nodes = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func).rpartition(".")[2] == last]
    if len(nodes) != 1 or any(isinstance(one, ast.Starred) for one in nodes[0].args):
        return None
    node = nodes[0]
    names = [parameter.name for parameter in callee.parameters]
    if names[:1] == ["self"] and ast.unparse(node.func) != callee.text:
        names = names[1:]  # the receiver stands before the dot
    fresh = {name: ast.parse(text, mode="eval").body for name, text in values.items() if name in names}
    given = {*names[: len(node.args)], *(one.arg for one in node.keywords)}
    node.args = [fresh.get(name, arg) for name, arg in zip(names, node.args, strict=False)] + node.args[len(names) :]
    for one in node.keywords:
        one.value = fresh.get(one.arg or "", one.value)
    node.keywords += [ast.keyword(name, value) for name, value in fresh.items() if name not in given]
    return ast.unparse(ast.fix_missing_locations(tree))
