# verheal: check
# subject: Octets.first
# expect: refuted safety:TypeError | raises
# witness: Octets().first("")
import re


class Octets:
    LETTER_OF_OCTETS = b"[a-z]"
    only_octets = re.compile(LETTER_OF_OCTETS)

    def first(self, s: str) -> bool:
        return self.only_octets.match(s) is not None
