"""The metamodel: what verheal knows about a repository of Python, as frozen data.

No syntax-tree nodes are kept. Annotations, defaults, decorators and values are source text, and
`Module.text` is the whole file, so that lowering parses again exactly what was read.

Units: lines count from 1, columns from 0 in characters (not UTF-8 bytes); `end_column` is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ParameterKind(StrEnum):
    """How an argument reaches a parameter (as `inspect.Parameter.kind`)."""

    POS_ONLY = "PosOnly"
    NORMAL = "Normal"
    VAR_POS = "VarPos"
    KW_ONLY = "KwOnly"
    VAR_KW = "VarKw"


class Effect(StrEnum):
    """What running a function may do besides returning or raising; later members include earlier ones.

    UNKNOWN: something is called that was not found, so anything may happen; it is not claimed that it does.
    """

    PURE = "pure"
    MUTATES_ARGUMENTS = "mutates-arguments"
    UNKNOWN = "unknown"
    TOUCHES_WORLD = "touches-world"


@dataclass(frozen=True)
class Effects:
    """The strongest effect found and why.

    `mutates` names the parameters whose objects are written; "*" is any object that can be reached.
    """

    level: Effect
    reason: str = ""
    line: int = 0
    mutates: tuple[str, ...] = ()


PURE = Effects(Effect.PURE)


@dataclass(frozen=True)
class Span:
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Skip:
    """`# verheal: skip: reason`; `line` is the line of the comment."""

    reason: str
    line: int


@dataclass(frozen=True)
class Problem:
    """Something that kept part of the input from being read. `line` is 0 when it is about the whole file.

    Codes: syntax-error, undecodable, binary, too-large, too-deep, permission-denied, unreadable,
    broken-symlink, symlink-loop, duplicate-module, skip-without-reason, skip-misplaced.
    """

    path: str
    line: int
    code: str
    message: str


@dataclass(frozen=True)
class Parameter:
    name: str
    kind: ParameterKind
    annotation: str | None = None
    default: str | None = None


@dataclass(frozen=True)
class Call:
    """One call: `callee` is dotted source text (`f`, `self.m`, `a.b.c`), `?.m` for a method of some other
    expression, "" when it is neither. `receiver` is the type text of what the method is called on, where the
    text shows it: an annotation, a display, a constructor."""

    callee: str
    line: int
    receiver: str | None = None


@dataclass(frozen=True)
class Function:
    """A `def`, method or nested function; `qualname` is as `__qualname__` (`C.m`, `f.<locals>.g`).

    `span` starts at the `def` line, `first_line` at the first decorator. `effects` are those of this
    body alone; `effects.propagate` adds those of what it calls. `reads` are the global (or enclosing)
    names that the body, decorators, defaults and annotations mention; `bound` the names it binds itself,
    parameters included; `attributes` the attribute names; `references` the dotted names that are mentioned
    and not called; `operations` those of "write", "with" and "loop" that its syntax has. `calls` has its
    decorators too. `docstring` is raw, as the literal evaluates. An annotation written as a string keeps
    its quotes.
    `digest` is the sha256 of the syntax without positions, comments and layout.
    A name defined twice in one scope gives two functions; the later one is what the name means.
    """

    qualname: str
    name: str
    module: str
    path: str
    span: Span
    parameters: tuple[Parameter, ...] = ()
    returns: str | None = None
    decorators: tuple[str, ...] = ()
    docstring: str | None = None
    class_name: str | None = None
    is_async: bool = False
    is_generator: bool = False
    is_static: bool = False
    is_class: bool = False
    is_property: bool = False
    nested: bool = False
    skip: Skip | None = None
    effects: Effects = PURE
    first_line: int = 0
    calls: tuple[Call, ...] = ()
    reads: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    references: tuple[Call, ...] = ()
    operations: tuple[str, ...] = ()
    digest: str = ""

    @property
    def key(self) -> str:
        """`module:qualname`, the name of this function in the call graph."""
        return f"{self.module}:{self.qualname}"

    @property
    def is_method(self) -> bool:
        return self.class_name is not None


@dataclass(frozen=True)
class Field:
    """A name bound in a class body, or an attribute assigned as `self.x`; texts are source."""

    name: str
    annotation: str | None
    default: str | None
    line: int


@dataclass(frozen=True)
class DataclassFlags:
    """The flags written in the decorator; the defaults are those of `dataclasses.dataclass`."""

    frozen: bool = False
    eq: bool = True
    order: bool = False
    kw_only: bool = False
    init: bool = True


@dataclass(frozen=True)
class Class:
    """A `class` statement. `bases` are source text; `methods` are the qualnames of its functions.

    `init_fields` are the attributes assigned as `self.x` in any of its methods, with the annotation
    written there or else that of the parameter assigned.
    """

    qualname: str
    name: str
    module: str
    span: Span
    bases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    decorators: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    methods: tuple[str, ...] = ()
    docstring: str | None = None
    dataclass_flags: DataclassFlags | None = None
    is_enum: bool = False
    is_namedtuple: bool = False
    is_protocol: bool = False
    init_fields: tuple[Field, ...] = ()
    reads: tuple[str, ...] = ()
    digest: str = ""

    @property
    def key(self) -> str:
        return f"{self.module}:{self.qualname}"

    @property
    def is_dataclass(self) -> bool:
        return self.dataclass_flags is not None


@dataclass(frozen=True)
class Import:
    """One name bound by an import; `module` is absolute (relative levels are resolved).

    `import a.b` binds `a`: name "a", module "a", loads "a.b". `import a.b as c`: name "c", module "a.b".
    `from m import x as y`: name "y", module "m", attribute "x". `from m import *`: name and attribute "*".
    `scope` is the qualname of the function or class it stands in, "" for the module.
    """

    name: str
    module: str
    attribute: str | None
    line: int
    loads: str = ""
    scope: str = ""
    level: int = 0
    typing_only: bool = False


@dataclass(frozen=True)
class Constant:
    """A module-level name that is assigned. `value` is the source text of its first assignment.

    `rebound`: assigned more than once, augmented, deleted, bound in a loop or branch beside another
    binding, or named in a `global` statement somewhere.
    """

    name: str
    annotation: str | None
    value: str | None
    line: int
    rebound: bool = False


@dataclass(frozen=True)
class Statement:
    """A module-level statement that is no def, class or docstring: the names it mentions, and its digest."""

    line: int
    digest: str
    names: tuple[str, ...]
    binds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Module:
    """One file. `path` opens when joined to `Repository.root`; `import_root` is for `sys.path`.

    `digest` is the sha256 of the file's bytes; `text` is decoded, without byte order mark.
    `shadows` are the builtin names that the module rebinds at its top level.
    """

    path: str
    name: str
    text: str
    digest: str
    functions: tuple[Function, ...] = ()
    classes: tuple[Class, ...] = ()
    imports: tuple[Import, ...] = ()
    constants: tuple[Constant, ...] = ()
    is_stub: bool = False
    encoding: str = "utf-8"
    shadows: tuple[str, ...] = ()
    is_package: bool = False
    import_root: str = ""
    docstring: str | None = None
    skip: Skip | None = None
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()

    def function(self, qualname: str) -> Function | None:
        """The function that `qualname` means (the last one defined), or None."""
        return next((f for f in reversed(self.functions) if f.qualname == qualname), None)

    def class_named(self, qualname: str) -> Class | None:
        return next((c for c in reversed(self.classes) if c.qualname == qualname), None)

    def constant(self, name: str) -> Constant | None:
        return next((c for c in self.constants if c.name == name), None)


@dataclass(frozen=True)
class Repository:
    """Everything that was read, in a deterministic order, and everything that could not be.

    `stubs` are the `.pyi` files; where a `.py` of the same name has no annotation, theirs is in the module.
    """

    root: str
    modules: tuple[Module, ...]
    problems: tuple[Problem, ...] = ()
    stubs: tuple[Module, ...] = ()

    @property
    def functions(self) -> tuple[Function, ...]:
        return tuple(f for m in self.modules for f in m.functions)

    @property
    def classes(self) -> tuple[Class, ...]:
        return tuple(c for m in self.modules for c in m.classes)

    def module(self, name: str) -> Module | None:
        return next((m for m in self.modules if m.name == name), None)

    def module_at(self, path: str) -> Module | None:
        return next((m for m in self.modules if m.path == path), None)

    def function(self, key: str) -> Function | None:
        """The function called `module:qualname`, or None."""
        name, _, qualname = key.partition(":")
        module = self.module(name)
        return module.function(qualname) if module else None
