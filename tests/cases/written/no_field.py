# verheal: check
# subject: f
# expect: refuted type
# witness: f(Holder(b""))
class Holder:
    def __init__(self, raw: bytes) -> None:
        self.raw: bytes = raw
        self.spare: bytes | None = raw

    def reset(self) -> None:
        self.spare = None


def f(holder: Holder) -> bytes:
    holder.reset()
    return holder.spare
