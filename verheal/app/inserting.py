"""Lines of contracts put into a file of Python; everything else of it stays as it is, byte by byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from verheal.contracts.dialects.names import Unreadable
from verheal.contracts.dialects.spelling import Spelled


def inserted(source: bytes, wanted: Mapping[int, Sequence[Spelled]]) -> bytes:
    """The file with contracts for the functions whose `def` stands in these lines.

    Raises Unreadable, with the reason, for a docstring that lines cannot be added to, and a name that is taken.
    """
    module = cst.parse_module(source)
    wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
    writer = _Writer(wanted)
    changed = wrapper.visit(writer)
    missing = set(wanted) - writer.found
    if missing:
        raise Unreadable(f"there is no function in line {min(missing)}")
    for name in sorted({spelled.imports for group in wanted.values() for spelled in group} - {""}):
        changed = _importing(changed, name)
    return changed.bytes


@dataclass
class _Writer(cst.CSTTransformer):
    METADATA_DEPENDENCIES = (PositionProvider,)

    wanted: Mapping[int, Sequence[Spelled]]
    found: set[int] = field(default_factory=set)
    levels: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def visit_IndentedBlock(self, node: cst.IndentedBlock) -> None:
        self.levels.append(node.indent if node.indent is not None else "")

    def leave_IndentedBlock(
        self, original_node: cst.IndentedBlock, updated_node: cst.IndentedBlock
    ) -> cst.IndentedBlock:
        self.levels.pop()
        return updated_node

    def visit_Module(self, node: cst.Module) -> None:
        self.default = node.default_indent
        self.newline = node.default_newline

    def leave_FunctionDef(self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef) -> cst.FunctionDef:
        line = self.get_metadata(PositionProvider, original_node.name).start.line
        group = self.wanted.get(line)
        if group is None:
            return updated_node
        self.found.add(line)
        indent = "".join(level or self.default for level in self.levels)
        own = original_node.body.indent if isinstance(original_node.body, cst.IndentedBlock) else None
        inner = indent + (own or self.default)
        decorators = [line for spelled in group if spelled.place == "decorator" for line in spelled.lines]
        asserts = [line for spelled in group if spelled.place == "assert" for line in spelled.lines]
        docs = [line for spelled in group if spelled.place == "docstring" for line in spelled.lines]
        made = updated_node
        if decorators:
            more = [cst.Decorator(cst.parse_expression(line[1:])) for line in decorators]
            made = made.with_changes(decorators=[*made.decorators, *more])
        if asserts or docs:
            made = made.with_changes(body=self.body(made.body, asserts, docs, inner))
        return made

    def body(self, body: cst.BaseSuite, asserts: list[str], docs: list[str], indent: str) -> cst.IndentedBlock:
        """The function's body with both."""
        block = body if isinstance(body, cst.IndentedBlock) else _spread(body)
        statements = list(block.body)
        has = _docstring(statements)
        if docs:
            made = self.docstring(statements[0] if has else None, docs, indent)
            statements[: int(has)] = [made]
            has = True
        checks = [cst.parse_statement(line) for line in asserts]
        statements[int(has) : int(has)] = checks
        return block.with_changes(body=statements)

    def docstring(self, statement: cst.CSTNode | None, lines: list[str], indent: str) -> cst.SimpleStatementLine:
        """The docstring with lines added at its end, or one of these lines alone."""
        break_ = self.newline + indent
        if statement is None:
            text = '"""' + break_ + break_.join(lines) + break_ + '"""'
            return cst.SimpleStatementLine([cst.Expr(cst.SimpleString(text))])
        assert isinstance(statement, cst.SimpleStatementLine) and isinstance(statement.body[0], cst.Expr)
        value = statement.body[0].value
        if not isinstance(value, cst.SimpleString):
            raise Unreadable("its docstring is put together from several")
        prefix, content = value.prefix, value.raw_value
        triple = value.quote if len(value.quote) == 3 else '"""'
        if len(value.quote) == 1 and ('"""' in content or content.endswith('"')):
            raise Unreadable("its docstring has quotes of another kind")
        if any(triple in line for line in lines):
            raise Unreadable("the condition has the quotes of the docstring")
        content = content.rstrip()
        text = prefix + triple + content + self.newline + break_ + break_.join(lines) + break_ + triple
        if not content:
            text = prefix + triple + break_.join(lines) + break_ + triple
        body = [statement.body[0].with_changes(value=cst.SimpleString(text)), *statement.body[1:]]
        return statement.with_changes(body=body)


def _spread(body: cst.BaseSuite) -> cst.IndentedBlock:
    """`def f(): return 1` on lines of its own."""
    assert isinstance(body, cst.SimpleStatementSuite)
    line = cst.SimpleStatementLine(body.body, trailing_whitespace=body.trailing_whitespace)
    return cst.IndentedBlock([line])


def _docstring(statements: Sequence[cst.CSTNode]) -> bool:
    match statements[:1]:
        case [cst.SimpleStatementLine(body=[cst.Expr(value=value), *_])]:
            text = value.evaluated_value if isinstance(value, cst.SimpleString | cst.ConcatenatedString) else None
            return isinstance(text, str)
        case _:
            return False


def _importing(module: cst.Module, name: str) -> cst.Module:
    """The module with `import NAME` behind its docstring and its imports from `__future__`."""
    place = 0
    for index, statement in enumerate(module.body):
        match statement:
            case cst.SimpleStatementLine(body=[cst.Import(names=names)]) if any(
                alias.evaluated_name == name and alias.asname is None for alias in names
            ):
                return module
            case cst.SimpleStatementLine(body=[cst.ImportFrom(module=cst.Name("__future__"))]):
                place = index + 1
            case _ if index == 0 and _docstring([statement]):
                place = 1
            case _:
                continue
    line = cst.SimpleStatementLine([cst.Import([cst.ImportAlias(cst.Name(name))])])
    if place == 0 and module.body:
        first = module.body[0]
        if isinstance(first, cst.SimpleStatementLine | cst.BaseCompoundStatement):
            line = line.with_changes(leading_lines=[])
    else:
        line = line.with_changes(leading_lines=[cst.EmptyLine(indent=False)])
    return module.with_changes(body=[*module.body[:place], line, *module.body[place:]])
