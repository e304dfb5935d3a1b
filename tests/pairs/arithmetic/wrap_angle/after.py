def wrap_angle(degrees: int) -> int:
    return (degrees + 180) % 360 - 180
