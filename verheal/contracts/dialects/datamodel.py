"""What the data model of Python lets special methods raise: to say that there is no such attribute, item or next one.

>>> from verheal.contracts.dialects.text import contract_of
>>> c = contract_of('''
... class Row:
...     def __getitem__(self, key):
...         return self.cells[key]
... ''', "Row.__getitem__")
>>> [entry.exception for entry in c.exceptional]
['KeyError', 'IndexError']
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from verheal.contracts.dialects.context import Subject
from verheal.contracts.dialects.model import Contract, Exceptional

ANSWERS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "__getattr__": ("AttributeError",),
    "__getattribute__": ("AttributeError",),
    "__delattr__": ("AttributeError",),
    "__getitem__": ("KeyError", "IndexError"),
    "__delitem__": ("KeyError", "IndexError"),
    "__missing__": ("KeyError",),
    "__next__": ("StopIteration",),
})  # fmt: skip


def read(subject: Subject) -> Contract:
    """The exceptions with which a special method answers, as if its docstring announced them."""
    function = subject.function
    names = ANSWERS.get(function.name, ()) if subject.cls is not None else ()
    line = function.lineno
    return Contract(exceptional=tuple(Exceptional(name, "", name, "datamodel", line, line) for name in names))
