# verheal: check
# subject: f
# expect: proved
import logging
import warnings

LOG = logging.getLogger(__name__)


def f(s: str, n: int) -> int:
    LOG.debug("read %s: %d", s, n)
    warnings.warn("old", DeprecationWarning, stacklevel=2)
    return n
