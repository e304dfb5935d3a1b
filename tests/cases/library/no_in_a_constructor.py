# verheal: check
# subject: Label.__init__
# expect: refuted safety:AttributeError
# witness: Label("a")
import re


class Label:
    shape_of_label = re.compile(r"[0-9]+")

    def __init__(self, s: str) -> None:
        self.label_begins = self.shape_of_label.match(s).start()
