# verheal: check
# subject: after_wiping
# expect: refuted safety:AttributeError | raises
# witness: after_wiping(Wiped())
# why: an attribute can be taken out of `__dict__`
class Wiped:
    def __init__(self) -> None:
        self.wiped_count: int = 0

    def wipe(self) -> None:
        self.__dict__.pop("wiped_count")


def after_wiping(one: Wiped) -> int:
    one.wipe()
    return one.wiped_count
