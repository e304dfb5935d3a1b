def triangle_kind(a: int, b: int, c: int) -> str:
    if a == b == c:
        return "equilateral"
    if a != b != c:
        return "scalene"
    return "isosceles"
