from enum import Enum


class Light(Enum):
    RED = 1
    GREEN = 2
    YELLOW = 3


def next_light(light: Light, blocked: bool) -> Light:
    if light == Light.RED:
        return Light.RED if blocked else Light.GREEN
    if light == Light.GREEN:
        return Light.YELLOW
    return Light.RED
