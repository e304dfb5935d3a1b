# verheal: check
# subject: best_three
# expect: proved
def best_three(points: dict[str, int]) -> list[str]:
    """
    post: not points or points[__return__[0]] == max(points.values())
    """
    return sorted(points, key=lambda name: (-points[name], name))[:3]
