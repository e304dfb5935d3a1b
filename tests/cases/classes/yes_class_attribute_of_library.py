# verheal: check
# subject: Matcher.is_there
# expect: proved
# why: a compiled expression in a class body is no descriptor: reading it through an object gives it

import re


class Matcher:
    _matcher_expression = re.compile("a+")

    def __init__(self, matcher_text: str) -> None:
        self.matcher_text = matcher_text

    def is_there(self) -> bool:
        found = self._matcher_expression.match(self.matcher_text)
        assert self._matcher_expression is not None
        return found is not None
