# verheal: check
# subject: f
# expect: refuted assert
# witness: f(Box(1))
class Box:
    size: int = 3

    def __init__(self, amount: int) -> None:
        self.amount = amount
        if amount > 9:
            self.surplus = amount


def f(box: Box) -> int:
    found = hasattr(box, "amount") and hasattr(box, "surplus")
    assert found
    return getattr(box, "amount", 0)
