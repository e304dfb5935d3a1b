# verheal: check
# subject: standard_port
# expect: proved
# why: every scheme that may be passed has a port
from typing import Literal


def standard_port(scheme: Literal["http", "https"]) -> int:
    """
    post: __return__ in (80, 443)
    """
    return {"http": 80, "https": 443}[scheme]
