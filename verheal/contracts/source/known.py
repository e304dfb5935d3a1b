"""What is known of names that no repository defines: builtins, their methods, the standard library.

Lists, not guesses: what is not in a list is unknown. Source: the Python 3.11-3.14 library reference.
"""

from __future__ import annotations

import builtins

BUILTIN_NAMES = frozenset(n for n in dir(builtins) if n != "_")
IMMUTABLE_TYPES = frozenset({
    "int", "str", "float", "bool", "bytes", "complex", "None", "Decimal", "Fraction",
})
BUILTIN_TYPES = IMMUTABLE_TYPES | {"list", "dict", "set", "frozenset", "tuple", "bytearray", "range"}

EXCEPTIONS = frozenset(
    n for n, v in vars(builtins).items() if isinstance(v, type) and issubclass(v, BaseException)
)
PURE_BUILTINS = EXCEPTIONS | {
    "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "classmethod",
    "complex", "dict", "dir", "divmod", "enumerate", "filter", "float", "format", "frozenset", "getattr",
    "hasattr", "hash", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max",
    "memoryview", "min", "object", "oct", "ord", "pow", "property", "range", "repr", "reversed", "round",
    "set", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "zip", "vars",
}
WORLD_BUILTINS = frozenset({
    "open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint", "globals", "locals",
    "exit", "quit", "help", "copyright", "credits", "license",
})
ARGUMENT_MUTATORS = frozenset({
    "setattr", "delattr", "next", "anext", "heapq.heappush", "heapq.heappop", "heapq.heapify",
    "heapq.heapreplace", "heapq.heappushpop", "bisect.insort", "bisect.insort_left",
    "bisect.insort_right", "object.__setattr__", "object.__delattr__", "operator.setitem",
    "operator.delitem", "operator.iadd",
})
"""Calls that write their first argument."""

FRESH_BUILTINS = frozenset({
    "list", "dict", "set", "frozenset", "tuple", "sorted", "bytearray", "str", "int", "float", "bool",
    "bytes", "len", "range", "abs", "round", "sum", "ord", "chr", "repr", "hash", "isinstance", "any",
    "all", "deque", "defaultdict", "Counter", "OrderedDict", "complex", "divmod", "pow", "hex", "bin",
    "oct", "ascii", "format", "enumerate", "zip", "map", "filter", "reversed", "object",
})
"""Their result is a new object or an immutable one; what it contains may be old."""

MUTATORS = frozenset({
    "append", "extend", "insert", "remove", "pop", "clear", "sort", "reverse", "update", "setdefault",
    "popitem", "add", "discard", "difference_update", "intersection_update",
    "symmetric_difference_update", "appendleft", "extendleft", "popleft", "rotate", "subtract",
    "move_to_end", "__setitem__", "__delitem__", "__iadd__", "__setattr__", "__delattr__", "send",
    "throw", "close", "__next__",
})
PURE_METHODS = frozenset(
    name
    for kind in (str, bytes, int, float, complex, bool, list, dict, set, frozenset, tuple, range, bytearray)
    for name in dir(kind)
) - MUTATORS | {"total", "most_common", "elements", "as_integer_ratio", "group", "groups", "groupdict"}

WORLD_MODULES = frozenset({
    "os", "sys", "subprocess", "socket", "time", "random", "logging", "threading", "requests", "urllib",
    "http", "shutil", "tempfile", "pathlib", "io", "multiprocessing", "concurrent", "asyncio", "signal",
    "select", "ssl", "secrets", "uuid", "getpass", "platform", "sqlite3", "importlib", "runpy", "ctypes",
    "gc", "atexit", "glob", "fileinput", "curses", "readline", "tkinter", "smtplib", "ftplib", "imaplib",
    "poplib", "webbrowser", "mmap", "fcntl", "resource", "pwd", "grp", "locale", "warnings", "traceback",
    "pickle", "shelve", "dbm", "code", "pdb", "builtins", "inspect", "weakref", "queue", "contextvars",
    "sched", "syslog", "zipfile", "tarfile", "httpx", "aiohttp", "flask", "django", "sqlalchemy", "boto3",
    "psycopg2", "redis",
})
PURE_MODULES = frozenset({
    "math", "cmath", "operator", "itertools", "functools", "string", "re", "collections", "dataclasses",
    "typing", "typing_extensions", "decimal", "fractions", "heapq", "bisect", "copy", "enum", "abc",
    "textwrap", "numbers", "statistics", "hashlib", "hmac", "base64", "binascii", "struct", "unicodedata",
    "__future__", "array", "html", "difflib", "colorsys", "keyword", "calendar", "types", "ipaddress",
    "zlib", "icontract", "deal", "annotated_types",
})
PURE_FUNCTIONS = frozenset({
    "json.dumps", "urllib.parse.quote", "urllib.parse.unquote", "urllib.parse.urlparse",
    "urllib.parse.urlsplit", "urllib.parse.urljoin", "urllib.parse.urlencode", "urllib.parse.parse_qs",
    "json.loads", "json.JSONDecodeError", "contextlib.suppress",
    "contextlib.contextmanager", "datetime.date", "datetime.datetime", "datetime.timedelta",
    "datetime.time", "datetime.timezone", "datetime.datetime.fromisoformat",
    "datetime.date.fromisoformat", "os.path.join", "os.path.basename", "os.path.dirname",
    "os.path.splitext", "os.path.normpath", "pathlib.PurePath", "pathlib.PurePosixPath",
})
"""Pure functions of modules that are not all pure; they come before the lists of modules."""
WORLD_FUNCTIONS = frozenset({
    "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "datetime.date.today",
})
STEADY_VALUES = frozenset({
    "os.path", "os.sep", "os.linesep", "os.pathsep", "os.name", "os.curdir", "os.pardir", "os.extsep",
    "sys.maxsize", "sys.maxunicode", "sys.float_info", "sys.int_info", "sys.hash_info", "sys.byteorder",
    "sys.version_info", "sys.version", "sys.platform", "sys.implementation", "sys.hexversion", "urllib.parse",
})
"""Attributes of modules that touch the world which may be read without touching it."""
