"""The shape of `[tool.verheal]`. Imports pydantic, so it is loaded only when such a table exists."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Level = Literal["tested", "bounded", "confirmed", "proved", "corroborated", "certified"]


class SkipTable(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    path: str = Field(min_length=1)
    function: str = "*"
    reason: str = Field(min_length=1)  # a skip without a reason cannot be reviewed


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    paths: list[str] = []
    exclude: list[str] = []
    python: str | None = None
    jobs: int = Field(default=0, ge=0)
    budget: float = Field(default=10.0, gt=0, allow_inf_nan=False)
    require: Level | None = None
    strict: bool = False
    skip: list[SkipTable] = []
    isolation: Literal["auto", "os", "rlimits", "off"] = "auto"
    cache: bool = True
    corroborate: bool = False
