# verheal: check
# subject: best_three
# expect: refuted post
# witness: best_three({"a": 0, "b": 1})
# why: ascending order puts the worst first
def best_three(points: dict[str, int]) -> list[str]:
    """
    post: not points or points[__return__[0]] == max(points.values())
    """
    return sorted(points, key=lambda name: (points[name], name))[:3]
