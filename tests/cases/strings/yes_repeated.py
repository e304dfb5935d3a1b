# verheal: check
# subject: f
# expect: proved
def f(level: int, text: str) -> str:
    if not 0 <= level < 100:
        return text
    made = " " * (4 * level) + text
    assert len(made) == 4 * level + len(text)
    return made[::-1]
