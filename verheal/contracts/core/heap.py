"""Names and types of the heap variables: one map per component of each reference type, from address to content.

Lists: `len` and `data` (index -> element). Sets: `has` (element -> bool). Dicts: `has`, `val`, `size` and `keys`
(position -> key, in insertion order). Objects: one map per field, shared by the subclasses of the class that
declares it, and `class` (address -> class number). `alloc` is the least address that is not yet in use; addresses
are not negative. After Burstall (1972) and Bornat (2000): separate maps per field make updates of one leave the
others alone.
"""
from __future__ import annotations

from verheal.contracts.core.expr import Var
from verheal.contracts.core.types import BOOL, INT, OPAQUE, STR, DictT, ListT, MapT, SetT, Type, show

ALLOC = Var("alloc", INT)
CLASS = Var("class", MapT(INT, INT))
PRINTED = Var("printed@", STR)  # all that was written to standard output, where two programs are told apart by it
KEPT = "kept@"


def list_len(kind: ListT) -> Var:
    """Lengths of the lists of this type, by address."""
    return Var(f"len@{show(kind)}", MapT(INT, INT))


def list_data(kind: ListT) -> Var:
    """Contents of the lists of this type, by address, then index."""
    return Var(f"data@{show(kind)}", MapT(INT, MapT(INT, kind.element)))


def set_has(kind: SetT) -> Var:
    """Membership by address, then element."""
    return Var(f"has@{show(kind)}", MapT(INT, MapT(kind.element, BOOL)))


def dict_has(kind: DictT) -> Var:
    """Presence of keys by address, then key."""
    return Var(f"has@{show(kind)}", MapT(INT, MapT(kind.key, BOOL)))


def dict_val(kind: DictT) -> Var:
    """Values by address, then key."""
    return Var(f"val@{show(kind)}", MapT(INT, MapT(kind.key, kind.value)))


def dict_size(kind: DictT) -> Var:
    """Number of keys by address."""
    return Var(f"size@{show(kind)}", MapT(INT, INT))


def dict_keys(kind: DictT) -> Var:
    """Keys in insertion order by address, then position."""
    return Var(f"keys@{show(kind)}", MapT(INT, MapT(INT, kind.key)))


def kept(owner: str, name: str, kind: Type) -> Var:
    """One field of the named tuples of class `owner`, by the tuple, which is no address: it never changes."""
    return Var(f"{KEPT}{owner}.{name}", MapT(OPAQUE, kind))


def attribute(owner: str, name: str, kind: Type) -> Var:
    """One field of the objects of class `owner` and its subclasses, by address."""
    return Var(f"field@{owner}.{name}", MapT(INT, kind))
