# verheal: check
# subject: f
# expect: refuted safety:TypeError
# allow: unknown
# witness: f(Box())
class Box:
    def __bool__(self) -> bool:
        return 1  # type: ignore[return-value]


def f(b: Box) -> int:
    return 1 if b else 0
