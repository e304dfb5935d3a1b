# verheal: check
# subject: described
# expect: refuted safety:AttributeError | raises
# witness: described(Shape("a"))
# why: an object of exactly the base class has no field of the subclass


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
    return type(one).__name__ + one.round_text
