# verheal: check
# subject: f
# expect: refuted safety:TypeError
# witness: f(Tag(""))
class Tag:
    nick = None

    def __init__(self, name: str) -> None:
        self.label = f"<{name}>"
        self.size = len(name)

    def rename(self, name: str) -> None:
        self.nick = name.lower()


def f(tag: Tag) -> int:
    return len(tag.label + tag.nick) + tag.size
