"""The small map shows the right place."""

from __future__ import annotations

import pytest

from generator.render.locator import HEIGHT, WIDTH, Atlas
from tests.project import ROOT, our_course

ATLAS = Atlas.read(ROOT)
SEA = {"Norwegian Sea": (67.3, 0.0), "Pacific": (-10.0, -85.0), "Gulf of Thailand": (10.0, 102.0), "Bering Sea": (58.0, -178.0)}


@pytest.mark.parametrize("place", SEA)
def test_at_sea_there_is_no_country(place: str) -> None:
    assert ATLAS.country_at(*SEA[place]) == []


def test_a_harbour_beside_the_drawn_coast_belongs_to_its_country() -> None:
    assert ATLAS.country_at(67.3, 14.4) is ATLAS.country_at(61.0, 9.0)


def test_each_place_of_the_stories_lies_in_a_country_and_peru_is_not_cambodia() -> None:
    countries = {key: ATLAS.country_at(case.place.latitude, case.place.longitude) for key, case in our_course().project.cases.items()}
    assert all(countries.values())
    assert countries["clara"] is countries["yanacocha"]
    assert countries["clara"] is not countries["phnom-penh"]
    assert countries["mae-sot"] is not countries["phnom-penh"]


def test_the_place_stands_in_the_middle_of_a_map_that_is_light_enough() -> None:
    for case in our_course().project.cases.values():
        map_ = ATLAS.locator(case.place.latitude, case.place.longitude)
        assert (map_.x, map_.y) == (WIDTH / 2, HEIGHT / 2)
        assert 500 < len(map_.land) + len(map_.country) < 12_000
