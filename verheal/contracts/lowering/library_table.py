"""What is known of the standard library: one line per function, method, operator, attribute and constant.

    NAME(PARAMETERS) -> RESULT ! EXCEPTIONS
    NAME -> TYPE

A parameter is `kind` or `.name:kind` (by position), `name:kind` (also by keyword), `name=kind` (only so) or `*kind`
(any number), with `?` where it may be left out. Kinds are types of the core, exactly, or classes of the library;
`any` is what nothing is known of, `plain` a str, an int, a float, a bool or None; alternatives stand between `|`.

For all arguments of these types, a function changes nothing that the caller can reach, runs no code of the caller's,
gives a value of the result's type or raises one of the exceptions that are named, or others too where `*` stands.
`X,Y/a,b` are raised only where the rule of one of these parameters does not exclude it: an int of at most seven
digits, a `pattern` that is a literal which compiles, a `repl` without backslashes, a `group` that is 0, a `key` that
is an ASCII literal without NUL.
`tests/contracts/lowering/test_library.py` calls each of them so.
"""

from __future__ import annotations

from verheal.contracts.lowering.library_bytes import BYTEARRAYS, BYTES
from verheal.contracts.lowering.library_math import NUMBERS

# Classes of which an instance is known to be one. The first name is that of the type; others are ways to write it.
CLASSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("re.Pattern[str]", ("re.Pattern[str]", "typing.Pattern[str]")),
    ("re.Match[str]", ("re.Match[str]", "typing.Match[str]")),
    ("re.RegexFlag", ("re.RegexFlag",)),
    ("datetime.timedelta", ("datetime.timedelta",)),
    ("datetime.date", ("datetime.date",)),
    ("datetime.datetime", ("datetime.datetime",)),
    ("pathlib.Path", ("pathlib.Path",)),
    ("logging.Logger", ("logging.Logger",)),
    ("gettext.NullTranslations", ("gettext.NullTranslations",)),
    ("os.terminal_size", ("os.terminal_size",)),
    ("builtins.bytes", ("builtins.bytes",)),
    ("builtins.bytearray", ("builtins.bytearray",)),
)
# Whose instances are always true, as the class has neither __bool__ nor __len__.
ALWAYS_TRUE = frozenset(
    {"re.Pattern[str]", "re.Match[str]", "datetime.date", "datetime.datetime", "pathlib.Path", "logging.Logger"}
    | {"gettext.NullTranslations"}
)
# Whose instances are tuples.
TUPLES = frozenset({"os.terminal_size"})
# (class, the class above it)
ABOVE: tuple[tuple[str, str], ...] = (("datetime.datetime", "datetime.date"),)
# Exceptions that are no builtins, with the classes above them.
EXCEPTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("re.error", ("Exception", "BaseException")),
    ("struct.error", ("Exception", "BaseException")),
    ("json.JSONDecodeError", ("ValueError", "Exception", "BaseException")),
)

REGULAR_EXPRESSIONS = """
re.compile(pattern:str) -> re.Pattern[str] ! re.error,OverflowError,RecursionError,ValueError/pattern
re.compile(pattern:str, flags:re.RegexFlag) -> re.Pattern[str] \
! re.error,OverflowError,RecursionError,ValueError/pattern
re.match(pattern:str, string:str) \
-> re.Match[str]|None ! re.error,OverflowError,RecursionError,ValueError/pattern
re.match(pattern:str, string:str, flags:re.RegexFlag) -> re.Match[str]|None \
! re.error,OverflowError,RecursionError,ValueError/pattern
re.fullmatch(pattern:str, string:str) \
-> re.Match[str]|None ! re.error,OverflowError,RecursionError,ValueError/pattern
re.fullmatch(pattern:str, string:str, flags:re.RegexFlag) -> re.Match[str]|None \
! re.error,OverflowError,RecursionError,ValueError/pattern
re.search(pattern:str, string:str) \
-> re.Match[str]|None ! re.error,OverflowError,RecursionError,ValueError/pattern
re.search(pattern:str, string:str, flags:re.RegexFlag) -> re.Match[str]|None \
! re.error,OverflowError,RecursionError,ValueError/pattern
re.split(pattern:str, string:str, maxsplit:int?, flags:re.RegexFlag?) -> list[str|None] \
! re.error,OverflowError,RecursionError,ValueError/pattern OverflowError/maxsplit
re.sub(pattern:str, repl:str, string:str, count:int?, flags:re.RegexFlag?) \
-> str ! re.error,OverflowError,RecursionError,ValueError/pattern re.error,IndexError/repl OverflowError/count
re.findall(pattern:str, string:str, flags:re.RegexFlag?) \
-> any ! re.error,OverflowError,RecursionError,ValueError/pattern
re.finditer(pattern:str, string:str, flags:re.RegexFlag?) \
-> any ! re.error,OverflowError,RecursionError,ValueError/pattern
re.escape(pattern:str) -> str
re.Pattern[str].match(string:str) -> re.Match[str]|None
re.Pattern[str].fullmatch(string:str) -> re.Match[str]|None
re.Pattern[str].search(string:str) -> re.Match[str]|None
re.Pattern[str].match(string:str, pos:int, endpos:int?) \
-> re.Match[str]|None ! OverflowError/pos,endpos
re.Pattern[str].fullmatch(string:str, pos:int, endpos:int?) \
-> re.Match[str]|None ! OverflowError/pos,endpos
re.Pattern[str].search(string:str, pos:int, endpos:int?) \
-> re.Match[str]|None ! OverflowError/pos,endpos
re.Pattern[str].sub(repl:str, string:str, count:int?) -> str ! re.error,IndexError/repl OverflowError/count
re.Pattern[str].split(string:str, maxsplit:int?) -> list[str|None] ! OverflowError/maxsplit
re.Pattern[str].findall(string:str) -> any
re.Pattern[str].finditer(string:str) -> any
re.Match[str].groups() -> any
re.Match[str].groupdict() -> any
re.Pattern[str].pattern -> str
re.Pattern[str].__eq__(re.Pattern[str]|None) -> bool
re.Pattern[str].__str__() -> str
re.Pattern[str].__repr__() -> str
re.Match[str].__str__() -> str
re.Match[str].__repr__() -> str
re.Pattern[str].flags -> int
re.Pattern[str].groups -> int
re.Match[str].group() -> str
re.Match[str].group(.group:str|int) -> str|None ! IndexError/group
re.Match[str].__getitem__(.group:str|int) -> str|None ! IndexError/group
re.Match[str].start() -> int
re.Match[str].start(.group:str|int) -> int ! IndexError/group
re.Match[str].end() -> int
re.Match[str].end(.group:str|int) -> int ! IndexError/group
re.Match[str].span() -> tuple[int, int]
re.Match[str].span(.group:str|int) -> tuple[int, int] ! IndexError/group
re.Match[str].string -> str
re.Match[str].re -> re.Pattern[str]
re.Match[str].pos -> int
re.Match[str].endpos -> int
re.Match[str].lastgroup -> str|None
re.Match[str].lastindex -> int|None
re.RegexFlag.__or__(re.RegexFlag) -> re.RegexFlag
re.A -> re.RegexFlag
re.ASCII -> re.RegexFlag
re.DOTALL -> re.RegexFlag
re.I -> re.RegexFlag
re.IGNORECASE -> re.RegexFlag
re.M -> re.RegexFlag
re.MULTILINE -> re.RegexFlag
re.S -> re.RegexFlag
re.U -> re.RegexFlag
re.UNICODE -> re.RegexFlag
re.VERBOSE -> re.RegexFlag
re.X -> re.RegexFlag
"""

DATES = """
datetime.timedelta(days:int|float?, seconds:int|float?, microseconds:int|float?, milliseconds:int|float?, \
minutes:int|float?, hours:int|float?, weeks:int|float?) -> datetime.timedelta \
! OverflowError,ValueError/days,seconds,microseconds,milliseconds,minutes,hours,weeks
datetime.timedelta.days -> int
datetime.timedelta.seconds -> int
datetime.timedelta.microseconds -> int
datetime.timedelta.total_seconds() -> float
datetime.timedelta.__bool__() -> bool
datetime.timedelta.__add__(datetime.timedelta) -> datetime.timedelta ! OverflowError
datetime.timedelta.__sub__(datetime.timedelta) -> datetime.timedelta ! OverflowError
datetime.timedelta.__mul__(int|float) -> datetime.timedelta ! OverflowError ValueError
datetime.timedelta.__rmul__(int|float) -> datetime.timedelta ! OverflowError ValueError
datetime.timedelta.__truediv__(datetime.timedelta) -> float ! ZeroDivisionError OverflowError
datetime.timedelta.__floordiv__(datetime.timedelta) -> int ! ZeroDivisionError
datetime.timedelta.__neg__() -> datetime.timedelta ! OverflowError
datetime.timedelta.__abs__() -> datetime.timedelta ! OverflowError
datetime.timedelta.__eq__(datetime.timedelta|int|None|str) -> bool
datetime.timedelta.__lt__(datetime.timedelta) -> bool
datetime.timedelta.__le__(datetime.timedelta) -> bool
datetime.timedelta.__str__() -> str
datetime.timedelta.__repr__() -> str
datetime.date(int, int, int) -> datetime.date ! ValueError OverflowError
datetime.date.today() -> datetime.date
datetime.date.year -> int
datetime.date.month -> int
datetime.date.day -> int
datetime.date.isoformat() -> str
datetime.date.weekday() -> int
datetime.date.isoweekday() -> int
datetime.date.toordinal() -> int
datetime.date.__eq__(datetime.date|None|str) -> bool
datetime.date.__lt__(datetime.date) -> bool ! TypeError
datetime.date.__le__(datetime.date) -> bool ! TypeError
datetime.date.__add__(datetime.timedelta) -> datetime.date ! OverflowError
datetime.date.__radd__(datetime.timedelta) -> datetime.date ! OverflowError
datetime.date.__sub__(datetime.timedelta) -> datetime.date ! OverflowError
datetime.date.__str__() -> str
datetime.date.__repr__() -> str
datetime.date.fromisoformat(str) -> datetime.date ! ValueError
datetime.datetime(int, int, int, int?, int?, int?, int?) -> datetime.datetime ! ValueError OverflowError
datetime.datetime.now() -> datetime.datetime
datetime.datetime.fromisoformat(str) -> datetime.datetime ! ValueError
datetime.datetime.isoformat() -> str
datetime.datetime.hour -> int
datetime.datetime.minute -> int
datetime.datetime.second -> int
datetime.datetime.microsecond -> int
datetime.datetime.date() -> datetime.date
datetime.datetime.__add__(datetime.timedelta) -> datetime.datetime ! OverflowError
datetime.datetime.__radd__(datetime.timedelta) -> datetime.datetime ! OverflowError
datetime.datetime.__sub__(datetime.timedelta) -> datetime.datetime ! OverflowError
datetime.datetime.__sub__(datetime.datetime) -> datetime.timedelta ! TypeError OverflowError
datetime.datetime.timestamp() -> float ! OverflowError ValueError OSError
"""

PATHS = """
os.path.join(str, *str) -> str
os.path.basename(p:str) -> str
os.path.dirname(p:str) -> str
os.path.split(p:str) -> tuple[str, str]
os.path.splitext(p:str) -> tuple[str, str]
os.path.normpath(path:str) -> str
os.path.normcase(s:str) -> str
os.path.isabs(s:str) -> bool
os.path.exists(path:str) -> bool
os.path.isfile(path:str) -> bool
os.path.isdir(s:str) -> bool
os.path.islink(path:str) -> bool
os.path.commonprefix(list[str]) -> str
os.fspath(str) -> str
os.path.expandvars(path:str) -> str
os.path.expanduser(path:str) -> str ! ValueError UnicodeEncodeError
os.path.relpath(path:str) -> str ! ValueError FileNotFoundError PermissionError OSError
os.path.getsize(filename:str) -> int \
! FileNotFoundError NotADirectoryError PermissionError OSError ValueError UnicodeEncodeError
os.listdir(path:str) -> list[str] \
! FileNotFoundError NotADirectoryError PermissionError OSError ValueError UnicodeEncodeError
os.path.abspath(path:str) -> str ! FileNotFoundError PermissionError OSError
os.fsdecode(filename:str) -> str
os.getpid() -> int
os.confstr(str) -> str|None ! ValueError UnicodeEncodeError OSError AttributeError
os.getenv(key:str) -> str|None ! UnicodeEncodeError/key
os.getenv(key:str, default:str) -> str ! UnicodeEncodeError/key
os.environ.get(key:str) -> str|None ! UnicodeEncodeError/key
os.environ.get(key:str, default:str) -> str ! UnicodeEncodeError/key
shutil.which(cmd:str) -> str|None ! ValueError
shutil.get_terminal_size() -> os.terminal_size
os.terminal_size.columns -> int
os.terminal_size.lines -> int
pathlib.Path.name -> str
pathlib.Path.stem -> str
pathlib.Path.suffix -> str
pathlib.Path.anchor -> str
pathlib.Path.drive -> str
pathlib.Path.root -> str
pathlib.Path.parent -> pathlib.Path
pathlib.Path.as_posix() -> str
pathlib.Path.is_absolute() -> bool
pathlib.Path.__str__() -> str
pathlib.Path.__repr__() -> str
pathlib.Path.__truediv__(str|pathlib.Path) -> pathlib.Path
pathlib.Path.__rtruediv__(str) -> pathlib.Path
pathlib.Path.joinpath(*str|pathlib.Path) -> pathlib.Path
pathlib.Path.with_name(str) -> pathlib.Path ! ValueError
pathlib.Path.with_suffix(str) -> pathlib.Path ! ValueError
pathlib.Path.__eq__(pathlib.Path|str|None) -> bool
pathlib.Path.exists() -> bool ! OSError PermissionError
pathlib.Path.is_file() -> bool ! OSError PermissionError
pathlib.Path.is_dir() -> bool ! OSError PermissionError
pathlib.Path.suffixes -> list[str]
pathlib.Path.parts -> any
pathlib.Path.absolute() -> pathlib.Path ! OSError
pathlib.Path.relative_to(str|pathlib.Path) -> pathlib.Path ! ValueError
pathlib.Path.is_relative_to(str|pathlib.Path) -> bool
pathlib.Path.is_symlink() -> bool ! OSError
pathlib.Path.read_text() -> str \
! FileNotFoundError NotADirectoryError PermissionError OSError ValueError IsADirectoryError UnicodeEncodeError \
UnicodeDecodeError
pathlib.Path.read_bytes() -> builtins.bytes \
! FileNotFoundError NotADirectoryError PermissionError OSError ValueError IsADirectoryError UnicodeEncodeError
pathlib.Path(*str|pathlib.Path) -> pathlib.Path
fnmatch.fnmatchcase(name:str, pat:str) -> bool ! *
"""

TEXTS = """
html.escape(s:str, quote:bool?) -> str
html.unescape(s:str) -> str ! ValueError
textwrap.dedent(str) -> str
textwrap.fill(text:str) -> str
textwrap.wrap(text:str) -> list[str]
inspect.cleandoc(doc:str) -> str
string.capwords(s:str) -> str
difflib.get_close_matches(word:str, possibilities:list[str]) -> list[str]
urllib.parse.quote(string:str) -> str ! UnicodeEncodeError
urllib.parse.quote_plus(string:str) -> str ! UnicodeEncodeError
urllib.parse.unquote_plus(string:str) -> str
textwrap.indent(text:str, prefix:str) -> str
shlex.quote(s:str) -> str
shlex.split(s:str) -> list[str] ! ValueError
shlex.join(list[str]) -> str
textwrap.fill(text:str, width:int) -> str ! ValueError
textwrap.wrap(text:str, width:int) -> list[str] ! ValueError
string.ascii_letters -> str
string.ascii_lowercase -> str
string.ascii_uppercase -> str
string.digits -> str
string.hexdigits -> str
string.octdigits -> str
string.printable -> str
string.punctuation -> str
string.whitespace -> str
unicodedata.normalize(str, str) -> str ! ValueError
unicodedata.category(str) -> str ! TypeError
unicodedata.combining(str) -> int ! TypeError
unicodedata.east_asian_width(str) -> str ! TypeError
urllib.parse.unquote(string:str) -> str
json.dumps(plain) -> str ! ValueError
keyword.iskeyword(str) -> bool
"""

REPORTS = """
warnings.warn(message:str, category:warning?, stacklevel:int?) -> None ! OverflowError/stacklevel
logging.getLogger(name:str?) -> logging.Logger
logging.Logger.debug(any, *any) -> None
logging.Logger.info(any, *any) -> None
logging.Logger.warning(any, *any) -> None
logging.Logger.error(any, *any) -> None
logging.Logger.critical(any, *any) -> None
logging.Logger.exception(any, *any) -> None
logging.debug(any, *any) -> None
logging.info(any, *any) -> None
logging.warning(any, *any) -> None
logging.error(any, *any) -> None
logging.Logger.isEnabledFor(int) -> bool
logging.Logger.getEffectiveLevel() -> int
gettext.gettext(message:str) -> str
gettext.ngettext(msgid1:str, msgid2:str, n:int) -> str
gettext.NullTranslations() -> gettext.NullTranslations
gettext.NullTranslations.gettext(message:str) -> str
gettext.NullTranslations.ngettext(msgid1:str, msgid2:str, n:int) -> str
"""

MACHINE = """
time.time() -> float
time.monotonic() -> float
time.perf_counter() -> float
time.time_ns() -> int
sys.platform -> str
sys.byteorder -> str
sys.version -> str
sys.stdin -> any
sys.stdout -> any
sys.stderr -> any
sys.flags -> any
sys.version_info -> any
sys.argv -> any
os.environ -> any
sys.maxsize -> int
sys.maxunicode -> int
sys.prefix -> str
sys.getrecursionlimit() -> int
os.name -> str
os.sep -> str
os.pathsep -> str
os.linesep -> str
os.curdir -> str
os.pardir -> str
os.extsep -> str
os.devnull -> str
os.getcwd() -> str ! FileNotFoundError PermissionError OSError
platform.system() -> str
platform.machine() -> str
platform.python_version() -> str
platform.python_implementation() -> str
random.random() -> float
random.uniform(float, float) -> float
random.choice(list[str]) -> str ! IndexError
random.randint(int, int) -> int ! ValueError
sys.getdefaultencoding() -> str
sys.getfilesystemencoding() -> str
sys.getfilesystemencodeerrors() -> str
locale.getpreferredencoding() -> str
struct.calcsize(str) -> int ! struct.error UnicodeEncodeError
threading.Lock() -> any
threading.RLock() -> any
threading.Event() -> any
threading.local() -> any
threading.get_ident() -> int
contextlib.ExitStack() -> any
contextlib.nullcontext(enter_result:any?) -> any
io.StringIO() -> any
io.BytesIO() -> any
itertools.count() -> any
itertools.chain(*any) -> any
itertools.repeat(any) -> any
collections.deque() -> any
collections.OrderedDict() -> any
collections.defaultdict() -> any
collections.Counter() -> any
operator.attrgetter(str, *str) -> any
operator.itemgetter(any, *any) -> any
uuid.uuid4() -> any
"""

# Members of classes that are asked of the class itself; of all others the table says what an instance has.
OF_CLASSES = frozenset(
    {f"datetime.{name}" for name in ("date.today", "date.fromisoformat", "datetime.now", "datetime.fromisoformat")}
)
TABLE = (REGULAR_EXPRESSIONS, DATES, PATHS, TEXTS, REPORTS, MACHINE, NUMBERS, BYTES, BYTEARRAYS)
# Functions that tell people something: that they do just that is an assumption of its own.
REPORTING = ("warnings.warn", "logging.Logger.", "logging.debug", "logging.info", "logging.warning", "logging.error")
# Whose results are translations of one of the texts that they are given.
TRANSLATING = frozenset({"gettext.gettext", "gettext.ngettext"}) | frozenset(
    {"gettext.NullTranslations.gettext", "gettext.NullTranslations.ngettext"}
)
