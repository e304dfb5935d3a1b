# verheal: check
# subject: f
# expect: refuted safety:AttributeError
# allow: unknown
# witness: f()
class Any:
    def getattr(self, name: str) -> int:
        return 1


def f() -> int:
    return Any().missing
