# verheal: check
# subject: f
# expect: proved
def f(rows: dict[str, int], found: int | None) -> int:
    kept: list[int] = []
    if found is not None:
        kept.append(found)
        rows["found"] = found
    return sum(kept)
