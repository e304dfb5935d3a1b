from enum import Enum


class Light(Enum):
    RED = 1
    GREEN = 2
    YELLOW = 3


def next_light(light: Light, blocked: bool) -> Light:
    if light is Light.GREEN:
        return Light.YELLOW
    if light is Light.YELLOW or blocked:
        return Light.RED
    return Light.GREEN
