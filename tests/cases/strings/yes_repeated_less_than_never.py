# verheal: check
# subject: f
# expect: proved
def f(times: int) -> str:
    if not 0 <= times <= 100:
        return ""
    made = "ab" * times
    assert len(made) == 2 * times
    return made
