# verheal: check
# subject: weight_of_left
# expect: proved
# why: super() in Start goes on to Root, or to Side for an object of Joint, which is a Start as well


class Root:
    def joint_weight(self) -> int:
        return 1


class Start(Root):
    def joint_weight(self) -> int:
        return super().joint_weight() + 10


class Side(Root):
    def joint_weight(self) -> int:
        return 2


class Joint(Start, Side):
    pass


def weight_of_left(one: Start) -> int:
    found = one.joint_weight()
    assert found in (11, 12)
    return found
