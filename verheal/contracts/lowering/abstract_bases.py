"""Abstract collections as base classes: what they give a class, of which no more is known than its name.

Law (library reference, "collections.abc"): they keep nothing in their instances, and define `__init__` and
`__getattribute__` no more than `object` does; what they define stands behind what the classes below them define.
"""

from __future__ import annotations

import collections.abc

KNOWN = (
    "Collection",
    "Container",
    "Hashable",
    "Iterable",
    "Iterator",
    "Mapping",
    "MutableMapping",
    "MutableSequence",
    "MutableSet",
    "Reversible",
    "Sequence",
    "Set",
    "Sized",
)
OF_CLASSES = frozenset(
    {"__module__", "__doc__", "__slots__", "__abstractmethods__", "_abc_impl", "__subclasshook__", "__class_getitem__"}
)


def abstract_class(dotted: str) -> type | None:
    """The abstract collection that is meant; None of other names."""
    module, _, name = dotted.rpartition(".")
    if module == "typing":  # whose Set is that of builtins
        name = {"AbstractSet": "Set", "Set": ""}.get(name, name)
    known = module in ("typing", "collections.abc") and name in KNOWN
    return getattr(collections.abc, name) if known else None


def given_by(dotted: str) -> frozenset[str]:
    """What the abstract collection, and those above it, define; nothing of other names."""
    known = abstract_class(dotted)
    classes = known.__mro__[:-1] if known is not None else ()
    return frozenset(name for one in classes for name in vars(one)) - OF_CLASSES


def asked_by(dotted: str) -> frozenset[str]:
    """What a class below the abstract collection has to define before it can be called."""
    found: frozenset[str] = getattr(abstract_class(dotted), "__abstractmethods__", frozenset())
    return found
