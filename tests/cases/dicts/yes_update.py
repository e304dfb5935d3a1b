# verheal: check
# subject: f
# expect: proved
def f(settings: dict[str, int], more: dict[str, int]) -> int:
    before = len(settings)
    settings.update(more)
    settings.update(level=1, depth=2)
    assert before <= len(settings)
    return settings["level"] + settings["depth"]
