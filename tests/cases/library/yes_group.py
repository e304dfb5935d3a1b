# verheal: check
# subject: whole
# expect: proved
import re

AMOUNT = re.compile(r"(?P<whole>[0-9]+)(\.[0-9]+)?")


def whole(line: str) -> str:
    found = AMOUNT.match(line)
    return found.group("whole") if found else ""
