def wrap_angle(degrees: int) -> int:
    wrapped = degrees % 360
    if wrapped < 0:
        wrapped += 360
    if wrapped >= 180:
        wrapped -= 360
    return wrapped
