# verheal: check
# subject: renamed
# expect: proved


class Sealed:
    def __init__(self, caption: str) -> None:
        self._sealed_text = caption

    @property
    def sealed_caption(self) -> str:
        return self._sealed_text

    @sealed_caption.setter
    def sealed_caption(self, value: str) -> None:
        self._sealed_text = value


def renamed(one: Sealed) -> str:
    one.sealed_caption = one.sealed_caption + "!"
    return one.sealed_caption
