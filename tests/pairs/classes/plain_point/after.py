class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y


def centroid(points: list[Point]) -> Point:
    count = len(points)
    if count == 0:
        raise ValueError("no points")
    return Point(
        sum(point.x for point in points) // count,
        sum(point.y for point in points) // count,
    )
