# verheal: check
# subject: f
# expect: refuted safety:ValueError | raises
# witness: f("", True, 1.0, [])
# why: d is for ints
def f(s: str, b: bool, x: float, xs: list[str]) -> str:
    return f"{s!r:>10} {b!s} {x:.2d} {x:>10} {xs} {(b, x)}"
