# verheal: check
# subject: f
# expect: proved
# why: a field of no annotation is what all assignments make it, the one of the class body too
class Tag:
    alias = ""

    def __init__(self, name: str) -> None:
        self.label = f"<{name}>"
        self.size = len(name)

    def rename(self, name: str) -> None:
        self.alias = name.lower()


def f(tag: Tag) -> int:
    return len(tag.label + tag.alias) + tag.size
