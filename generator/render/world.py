"""A small map of the world, drawn from the npm package `world-atlas` (Natural Earth, public domain)."""

from __future__ import annotations

import functools
import itertools
from pathlib import Path

from generator.render.locator import outlines, topology, unbroken

PACKAGE = "node_modules/world-atlas/land-110m.json"
WIDTH, HEIGHT = 720, 284
NORTH = 84.0
"""Degrees of latitude at the upper edge. The lower one is 58 degrees south: nobody speaks a language in Antarctica."""
SCALE = WIDTH / 360
FINE = 5
"""Details smaller than this, in the map's units, are left out."""


def place(latitude: float, longitude: float) -> tuple[int, int]:
    """Where a place lies on the map (equirectangular)."""
    return round((longitude + 180) * SCALE), round(min(max((NORTH - latitude) * SCALE, 0), HEIGHT))


@functools.cache
def land(root: Path) -> str:
    """The outlines of all land as an SVG path in whole units. Raises BuildError where the package is missing."""
    atlas = topology(root, PACKAGE)
    arcs = outlines(atlas)
    polygons = [polygon for shape in atlas["objects"]["land"]["geometries"] for polygon in shape["arcs"]]
    rings = [unbroken([point for index in polygon[0] for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]) for polygon in polygons]
    return "".join(_path([place(y, x) for x, y in ring]) for ring in rings)


def _path(points: list[tuple[int, int]]) -> str:
    shown: list[tuple[int, int]] = []
    for point in points:
        if not shown or abs(point[0] - shown[-1][0]) + abs(point[1] - shown[-1][1]) >= FINE:
            shown.append(point)
    if len(shown) < 4 or min(y for _, y in shown) >= HEIGHT:
        return ""
    return f"M{shown[0][0]} {shown[0][1]}" + "".join(f"l{x - left} {y - top}" for (left, top), (x, y) in itertools.pairwise(shown)) + "z"
