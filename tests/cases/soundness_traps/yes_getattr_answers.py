# verheal: check
# subject: f
# expect: proved
# allow: unknown
class Any:
    def __getattr__(self, name: str) -> int:
        return 1


def f() -> int:
    return Any().missing
