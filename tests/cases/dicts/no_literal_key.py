# verheal: check
# subject: standard_port
# expect: refuted safety:KeyError | raises
# witness: standard_port("ftp")
# why: one that may be passed has no port
from typing import Literal


def standard_port(scheme: Literal["http", "https", "ftp"]) -> int:
    """
    post: __return__ in (80, 443)
    """
    return {"http": 80, "https": 443}[scheme]
