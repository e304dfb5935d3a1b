# verheal: check
# subject: Page.share
# expect: refuted safety:ZeroDivisionError | raises
# witness: Page().share(0)


class Ruler:
    def __init__(self, dots: int) -> None:
        self.dots = dots


class Page:
    ruler_class: type[Ruler] = Ruler

    def share(self, dots: int) -> int:
        return 100 // self.ruler_class(abs(dots)).dots
