# verheal: check
# subject: f
# expect: proved
# why: d is for ints
def f(s: str, b: bool, x: float, xs: list[str]) -> str:
    return f"{s!r:>10} {b!s} {x:.2f} {x:>10} {xs} {(b, x)}"
