def triangle_kind(a: int, b: int, c: int) -> str:
    if a == b and b == c:
        return "equilateral"
    if a == b or b == c or a == c:
        return "isosceles"
    return "scalene"
