from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def centroid(points: list[Point]) -> Point:
    if not points:
        raise ValueError("no points")
    sum_x = sum_y = 0
    for point in points:
        sum_x += point.x
        sum_y += point.y
    return Point(sum_x // len(points), sum_y // len(points))
