# verheal: check
# subject: Matcher.is_there
# expect: refuted assert
# witness: Matcher("a").is_there()

import re


class Matcher:
    _matcher_expression = re.compile("a+")

    def __init__(self, matcher_text: str) -> None:
        self.matcher_text = matcher_text

    def is_there(self) -> bool:
        found = self._matcher_expression.match(self.matcher_text)
        assert found is None
        return found is not None
