"""A small map that shows where a place is, drawn from the npm package `world-atlas` (Natural Earth, public domain)."""

from __future__ import annotations

import functools
import itertools
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.core import get_global

from generator.problems import BuildError

PACKAGE = "node_modules/world-atlas/countries-50m.json"
WIDTH, HEIGHT = 320, 240
EDGE = 8
"""How far beyond the view outlines go, in the map's units, so that their strokes at its edge are not seen."""
FINE = 3
"""Details smaller than this, in the map's units, are left out."""
COAST = 1.0
"""Degrees within which a place beside a drawn coast belongs to its country."""
SPAN = 17.0
"""Degrees of latitude that the map shows."""


Ring = list[tuple[float, float]]
"""A closed outline: longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Paths in the map's own units, for an SVG of WIDTH × HEIGHT."""

    land: str
    """Outline of all land in view."""
    country: str
    """Outline of the place's own country."""
    x: float
    y: float
    """The place."""
    width: int = WIDTH
    height: int = HEIGHT


def topology(root: Path, package: str) -> dict[str, Any]:
    """A file of the npm package. Raises BuildError where it is missing."""
    path = root / package
    if not path.is_file():
        raise BuildError(f"{package} is not there. Run `make site`, which installs the npm packages that package.json names.")
    return json.loads(path.read_bytes())


def outlines(atlas: dict[str, Any]) -> list[Ring]:
    """The arcs of TopoJSON, decoded (delta-coded; github.com/topojson/topojson-specification, section 2.1)."""
    (scale_x, scale_y), (left, bottom) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(points)
    return arcs


class Atlas:
    """Outlines of countries."""

    def __init__(self, countries: list[list[Ring]], codes: list[str]) -> None:
        """`codes` are the ISO 3166 codes of the countries, empty where one has none."""
        self.countries, self.codes = countries, codes
        self.drawn: dict[tuple[float, float], Locator] = {}

    @classmethod
    @functools.cache
    def read(cls, root: Path) -> Atlas:
        """The countries of the package."""
        atlas = topology(root, PACKAGE)
        arcs = outlines(atlas)
        countries, codes, aliases = [], [], get_global("territory_aliases")  # by their numbers
        for geometry in atlas["objects"]["countries"]["geometries"]:
            polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry.get("arcs", [])]
            countries.append([
                unbroken([point for index in ring for point in (arcs[index] if index >= 0 else arcs[~index][::-1])])
                for polygon in polygons for ring in polygon[:1]
            ])
            codes.append(next(iter(aliases.get(geometry.get("id"), ())), ""))
        return cls(countries, codes)

    def locator(self, latitude: float, longitude: float) -> Locator:
        """The map around a place. Degrees; equirectangular, true to shape at the place's latitude."""
        if (latitude, longitude) not in self.drawn:
            self.drawn[latitude, longitude] = self._draw(latitude, longitude)
        return self.drawn[latitude, longitude]

    def country_at(self, latitude: float, longitude: float) -> list[Ring]:
        """The outlines of the country that a place lies in, or is nearest to within a degree (a harbour, by a coast drawn roughly); none at sea."""
        found = self._country(latitude, longitude)
        return [] if found is None else self.countries[found]

    def code_at(self, latitude: float, longitude: float) -> str:
        """The ISO 3166 code of that country; empty at sea, and where a country has none."""
        found = self._country(latitude, longitude)
        return "" if found is None else self.codes[found]

    @functools.cached_property
    def _boxes(self) -> list[list[tuple[Ring, float, float, float, float]]]:
        """Each country's rings with their least and greatest longitude and latitude."""
        def box(ring: Ring) -> tuple[Ring, float, float, float, float]:
            xs, ys = zip(*ring, strict=True)
            return ring, min(xs), max(xs), min(ys), max(ys)

        return [[box(ring) for ring in rings if ring] for rings in self.countries]

    def _country(self, latitude: float, longitude: float) -> int | None:
        def near(by: float) -> list[tuple[int, Ring]]:
            return [(number, ring) for number, boxes in enumerate(self._boxes) for ring, west, east, south, north in boxes
                    if west - by <= longitude <= east + by and south - by <= latitude <= north + by]

        inside = next((number for number, ring in near(0) if _inside(longitude, latitude, ring)), None)
        if inside is not None:
            return inside
        distance, number = min(((math.dist(point, (longitude, latitude)), number) for number, ring in near(COAST) for point in ring), default=(COAST, 0))
        return number if distance < COAST else None

    def _draw(self, latitude: float, longitude: float) -> Locator:
        squeeze = math.cos(math.radians(latitude))
        unit = HEIGHT / SPAN
        half = WIDTH / unit / squeeze / 2

        def project(point: tuple[float, float]) -> tuple[float, float]:
            return (point[0] - longitude) * squeeze * unit + WIDTH / 2, (latitude - point[1]) * unit + HEIGHT / 2

        def outline(rings: list[Ring]) -> str:
            return "".join(_path([project(point) for point in ring]) for ring in rings
                           if any(abs(x - longitude) < half and abs(y - latitude) < SPAN / 2 for x, y in ring))

        near = [ring for rings in self.countries for ring in rings]
        own = self.country_at(latitude, longitude)
        return Locator(outline(near), outline(own), WIDTH / 2, HEIGHT / 2)


def unbroken(ring: Ring) -> Ring:
    """The outline without jumps from 180° east to 180° west: longitudes go on beyond 180 instead."""
    made: Ring = []
    turn = 0
    for x, y in ring:
        if made:
            turn -= 360 * round((x + turn - made[-1][0]) / 360)
        made.append((x + turn, y))
    return made


def _inside(x: float, y: float, ring: Ring) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times."""
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def _path(points: list[tuple[float, float]]) -> str:
    """An SVG path in whole units. Points out of view are pulled to its edge; points too near to the last, or needless on a straight edge,
    are dropped, and so is what is then smaller than a triangle."""
    shown: list[tuple[int, int]] = []
    for x, y in points:
        point = (round(min(max(x, -EDGE), WIDTH + EDGE)), round(min(max(y, -EDGE), HEIGHT + EDGE)))
        if shown and abs(point[0] - shown[-1][0]) + abs(point[1] - shown[-1][1]) < FINE:
            continue
        if len(shown) > 1 and any(shown[-2][axis] == shown[-1][axis] == point[axis] for axis in (0, 1)):
            shown.pop()
        shown.append(point)
    if len(shown) < 3:
        return ""
    return f"M{shown[0][0]} {shown[0][1]}" + "".join(
        f"l{x - before_x} {y - before_y}" for (before_x, before_y), (x, y) in itertools.pairwise(shown)) + "z"
