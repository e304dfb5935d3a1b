# verheal: check
# subject: f
# expect: proved
# why: a method that is deleted from its class leaves that of the base


class Base:
    def rest(self) -> int:
        return 1


class Lamp(Base):
    def rest(self) -> int:
        return 2

    def spare_rest(self) -> int:
        return 2


del Lamp.spare_rest


def f(lamp: Lamp) -> int:
    """
    post: __return__ == 2
    """
    return lamp.rest()
