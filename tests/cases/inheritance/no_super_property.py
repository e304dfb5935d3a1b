# verheal: check
# subject: Narrow.span
# expect: refuted assert
# witness: Narrow(1).span


class Wide:
    def __init__(self, width_here: int) -> None:
        self.width_here = width_here

    @property
    def span(self) -> int:
        return self.width_here


class Narrow(Wide):
    @property
    def span(self) -> int:
        wide = super().span
        assert wide > self.width_here
        return wide - 1
