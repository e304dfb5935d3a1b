# verheal: check
# subject: f
# expect: proved
def f(a: str, b: str) -> str:
    import os.path

    return os.path.join(a, b)
