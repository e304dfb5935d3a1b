# verheal: check
# subject: f
# expect: refuted raises | type | safety:TypeError
# witness: f({}, None)
def f(rows: dict[str, int], found: int | None) -> int:
    kept: list[int] = []
    if found is None or found > 3:
        kept.append(found)
        rows["found"] = found
    return sum(kept)
