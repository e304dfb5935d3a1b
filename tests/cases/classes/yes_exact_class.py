# verheal: check
# subject: described
# expect: proved
# why: what type(x) is C says of x is known behind it, and the name of a class is a str


class Shape:
    def __init__(self, shape_name: str) -> None:
        self.shape_name = shape_name


class Round(Shape):
    def __init__(self, shape_name: str, round_text: str) -> None:
        super().__init__(shape_name)
        self.round_text = round_text


def described(one: Shape) -> str:
    if type(one) is Round:
        return one.__class__.__name__ + one.round_text
    assert type(one) == Shape
    return type(one).__name__ + one.shape_name
