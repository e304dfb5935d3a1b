# verheal: check
# subject: renamed
# expect: refuted assert
# witness: renamed(Labelled("a"))


class Labelled:
    def __init__(self, caption: str) -> None:
        self.caption = caption

    @property
    def caption(self) -> str:
        return self._caption_text

    @caption.setter
    def caption(self, value: str) -> None:
        self._caption_text = value


def renamed(one: Labelled) -> str:
    one.caption = one.caption + "!"
    assert one._caption_text.endswith("?")
    return one.caption
