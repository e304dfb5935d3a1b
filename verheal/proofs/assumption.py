"""What a verdict takes for granted: a closed list, so that a policy can forbid some of it."""

from __future__ import annotations

from enum import StrEnum


class Assumption(StrEnum):
    """One thing that is taken for granted; `explanation` says it in a sentence that needs no expert."""

    explanation: str

    def __new__(cls, value: str, explanation: str) -> Assumption:
        member = str.__new__(cls, value)
        member._value_ = value
        member.explanation = explanation
        return member

    ARGUMENTS_CONFORM = (
        "arguments-conform",
        "Every caller passes arguments of the types that the annotations name.",
    )
    GLOBALS_NOT_REBOUND = (
        "globals-not-rebound",
        "No code outside of what was read assigns new values to module-level names.",
    )
    BUILTINS_NOT_REBOUND = (
        "builtins-not-rebound",
        "Names such as len and sum still mean what Python ships, because nobody has replaced them.",
    )
    CLASSES_NOT_PATCHED = (
        "classes-not-patched",
        "No code outside of what was read adds, replaces or removes methods and attributes of classes.",
    )
    NO_OTHER_THREAD = (
        "no-other-thread",
        "While the function runs, no other thread or task changes the objects that it uses.",
    )
    NO_INTERRUPT = (
        "no-interrupt",
        "Nothing breaks in from outside while the function runs, such as Ctrl-C or a signal handler.",
    )
    KNOWN_SUBCLASSES = (
        "known-subclasses",
        "The subclasses found in the code that was read are all that exist.",
    )
    CONTAINERS_INVARIANT = (
        "containers-invariant",
        "Code not modelled stores in containers, fields and module variables only what their annotations allow.",
    )
    ABSTRACT_COLLECTIONS = (
        "abstract-collections",
        "What is annotated as an Iterable, Sequence, Mapping or the like can be read as builtin ones can.",
    )
    LAWFUL_EQUALITY = (
        "lawful-equality",
        "Comparing and hashing behave as usual: equal objects have equal hashes, and asking changes nothing.",
    )
    PYTHON_MINOR = (
        "python-minor",
        "The code runs under the Python minor version that the verdict was made for.",
    )
    DEFAULT_LIMITS = (
        "default-limits",
        "Python's limits on recursion depth and on digits in number conversions are left at their defaults.",
    )
    IEEE_DOUBLES = (
        "ieee-doubles",
        "The machine computes floats as IEEE 754 doubles and rounds to nearest, as practically all do.",
    )
    ASSERTS_ENABLED = (
        "asserts-enabled",
        "Python runs without -O, so assert statements are executed.",
    )
    OUTPUT_WORKS = (
        "output-works",
        "Writing to standard output succeeds: it is open, has room, and takes every character.",
    )
    LIBRARY_AS_DOCUMENTED = (
        "library-as-documented",
        "The standard library does as documented; nobody else replaces its functions or derives from its classes.",
    )
    REPORTS_ARRIVE = (
        "reports-arrive",
        "Warnings and log records are told as usual: no filter makes them errors, and printing them changes nothing.",
    )
    IMPORTS_WORK = (
        "imports-work",
        "An import inside a function loads its module without an error and changes nothing that the function uses.",
    )
    GENERATORS_RUN_OVER = (
        "generators-run-over",
        "A generator is run over and closed: nothing is sent or thrown in, and nobody changes what it uses meanwhile.",
    )
    TRANSLATIONS_KEEP_FIELDS = (
        "translations-keep-fields",
        "The translation of a format template has the same replacement fields, formatted in the same way.",
    )
    MEMORY_AND_TIME = (
        "memory-and-time",
        "The machine has enough memory and time to finish the computation.",
    )
    TERMINATION = (
        "termination",
        "The verdict speaks of calls that come to an end; that they do is a separate question.",
    )
