# verheal: check
# subject: whole
# expect: refuted type
# witness: whole("1")
# why: the second group need not take part
import re

AMOUNT = re.compile(r"(?P<whole>[0-9]+)(\.[0-9]+)?")


def whole(line: str) -> str:
    found = AMOUNT.match(line)
    return found.group(2) if found else ""
