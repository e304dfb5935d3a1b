# verheal: check
# subject: weight_of_left
# expect: refuted assert
# witness: weight_of_left(Joint())
# why: super() in Start goes on to Side for an object of Joint, which is a Start as well


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
    assert found == 11
    return found
