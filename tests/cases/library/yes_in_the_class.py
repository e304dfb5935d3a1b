# verheal: check
# subject: Words.first
# expect: proved
import re

LETTER = r"[a-z]"


class Words:
    SPACES = r"\s*"
    only_words = re.compile(r"^" + SPACES + LETTER + r"+$", re.VERBOSE)

    def first(self, s: str) -> bool:
        return self.only_words.match(s) is not None
