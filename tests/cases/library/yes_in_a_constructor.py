# verheal: check
# subject: Version.__init__
# expect: proved
import re


class Version:
    shape_of_it = re.compile(r"[0-9]+")

    def __init__(self, s: str) -> None:
        self.is_version = self.shape_of_it.match(s) is not None
