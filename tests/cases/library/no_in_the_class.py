# verheal: check
# subject: Words.first
# expect: refuted safety:AttributeError | raises
# witness: Words().first("")
# why: what does not match gives None, which starts nowhere
import re

LETTER = r"[a-z]"


class Words:
    SPACES = r"\s*"
    only_words = re.compile(r"^" + SPACES + LETTER + r"+$", re.VERBOSE)

    def first(self, s: str) -> bool:
        return self.only_words.match(s).start() == 0
