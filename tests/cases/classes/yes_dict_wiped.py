# verheal: check
# subject: after_wiping
# expect: proved
# allow: unknown
# why: what is taken out of `__dict__` is another name
class Wiped:
    def __init__(self) -> None:
        self.wiped_count: int = 0

    def wipe(self) -> None:
        self.__dict__.pop("wiped_other", None)


def after_wiping(one: Wiped) -> int:
    one.wipe()
    return one.wiped_count
