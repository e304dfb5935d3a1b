# verheal: check
# subject: renamed
# expect: refuted safety:AttributeError | raises
# witness: renamed(Sealed("a"))
# why: a property without a setter cannot be set


class Sealed:
    def __init__(self, caption: str) -> None:
        self._sealed_text = caption

    @property
    def sealed_caption(self) -> str:
        return self._sealed_text


def renamed(one: Sealed) -> str:
    one.sealed_caption = one.sealed_caption + "!"
    return one.sealed_caption
