# verheal: check
# subject: f
# expect: refuted type
# witness: f("a", 1)
import logging

LOG = logging.getLogger(__name__)


def f(s: str, n: int) -> int:
    return LOG.debug("read %s: %d", s, n)
