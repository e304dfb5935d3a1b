# verheal: check
# subject: Octets.first
# expect: proved
import re


class Octets:
    LETTER_OF_OCTETS = r"[a-z]"
    only_octets = re.compile(LETTER_OF_OCTETS)

    def first(self, s: str) -> bool:
        return self.only_octets.match(s) is not None
