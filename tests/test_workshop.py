"""What whoever leads a group sees: notes, plans that add up, scripts for a voice."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compile.page import Block, Page
from generator.compile.reader import lessons_of
from generator.compile.site import compile_site
from generator.compile.workshop_pages import starts
from generator.model.project import Project
from generator.model.settings import Edition
from generator.packages.scripts import script, scripts
from generator.pipeline import Loaded, load, pages_in
from generator.render.pages import Fragment
from tests.conftest import SMALL_HOUSE
from tests.project import copy_project


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(copy_project(tmp_path_factory.mktemp("workshop") / "project", SMALL_HOUSE))


@pytest.fixture(scope="module")
def house(loaded: Loaded) -> Project:
    return loaded.project


def trainers(house: Project) -> Edition:
    return house.editions["online"].model_copy(update={"trainer_notes": True})


def blocks(pages: list[Page], path: str) -> list[Block]:
    return [item for page in pages if page.path == path for item in page.outline if isinstance(item, Block)]


def shown(loaded: Loaded, edition: Edition, path: str) -> dict[str, str]:
    """The blocks of a page as HTML, joined by component, in an edition of the house."""
    editions = {**loaded.project.editions, "tried": edition}
    pages, renderer = pages_in(dataclasses.replace(loaded, project=dataclasses.replace(loaded.project, editions=editions)), "en", "tried")
    page = next(page for page in pages if page.path == path)
    found: dict[str, str] = {}
    for item in renderer.outline(page):
        if isinstance(item, Fragment):
            found[item.component] = found.get(item.component, "") + item.html
    return found


@given(st.lists(st.integers(1, 240), min_size=1, max_size=12))
def test_a_plan_begins_at_nothing_and_leaves_no_gap(minutes: list[int]) -> None:
    begin = starts(minutes)
    assert begin[0] == 0
    assert [after - before for before, after in pairwise(begin)] == minutes


@pytest.mark.parametrize("path", ["modules/the-dairy", "sessions/an-evening", "activities/jar-of-water"])
def test_plans_run_on_to_their_end_and_lead_to_places_on_the_page(loaded: Loaded, house: Project, path: str) -> None:
    found = blocks(compile_site(house, house.editions["online"]), path)
    plans = [block.data.get("rows") or block.data["steps"] for block in found if block.component in ("plan", "procedure")]
    assert plans
    for rows in plans:
        assert all(one.end == other.start for one, other in pairwise(rows))
    assert all(block.data["rows"][-1].end == block.data["total"] for block in found if block.component == "plan")
    html = shown(loaded, house.editions["online"], path)
    anchors = {row.anchor for rows in plans for row in rows}
    page = next(page for page in compile_site(house, house.editions["online"]) if page.path == path)
    there = "".join(html.values()) + "".join(f' id="{item.anchor}"' for item in page.outline if not isinstance(item, Block))
    assert all(f' id="{anchor}"' in there for anchor in anchors if anchor)


def test_notes_stand_on_a_module_in_an_edition_for_trainers_only_and_always_on_activities_and_sessions(house: Project) -> None:
    for edition, noted in ((house.editions["online"], False), (house.editions["quiet"], False), (trainers(house), True)):
        pages = compile_site(house, edition)
        assert ("guide" in [block.component for block in blocks(pages, "modules/the-dairy")]) == noted
        assert blocks(pages, "modules/the-dairy")[0].data["notes"] == noted
        for path in ("activities/jar-of-water", "sessions/an-evening"):
            assert [block.component for block in blocks(pages, path)].count("guide") == 1


def test_a_risk_light_is_a_sentence_and_a_shape_of_its_own(loaded: Loaded, house: Project) -> None:
    drawings = set()
    for risk in ("green", "amber", "red"):
        activity = house.activities["jar-of-water"]
        changed = activity.model_copy(update={"guide": activity.guide.model_copy(update={"risk": risk})})
        other = dataclasses.replace(loaded, project=dataclasses.replace(house, activities={"jar-of-water": changed}))
        html = shown(other, house.editions["online"], "activities/jar-of-water")["guide-head"]
        assert house.ui[f"risk-{risk}"].value in html
        drawings.add(html[html.index("<svg") : html.index("</svg>")])
    assert len(drawings) == 3
    assert "do not run this here" in house.ui["risk-red"].value


def test_the_box_for_local_law_is_empty_and_has_lines_for_place_author_and_dates(loaded: Loaded, house: Project) -> None:
    html = shown(loaded, house.editions["online"], "activities/jar-of-water")["guide"]
    for line in ("place", "by", "date", "until"):
        assert f"{house.ui[f'law-{line}'].value}<span></span>" in html


def test_a_module_without_a_plan_says_what_a_group_needs_in_its_notes_only(house: Project) -> None:
    module = house.modules["the-dairy"]
    parts = {key: part.model_copy(update={"minutes": None, "phase": None}) for key, part in module.parts.items()}
    plain = dataclasses.replace(house, modules={**house.modules, "the-dairy": module.model_copy(update={"parts": parts})})
    for edition, noted in ((house.editions["online"], False), (trainers(house), True)):
        found = {block.component: block.data for block in blocks(compile_site(plain, edition), "modules/the-dairy")}
        assert not {"plan", "timing", "supplies"} & set(found)
        assert ("follow-up" in found, "guide-head" in found) == (noted, noted)
        assert not noted or found["guide-head"]["materials"] == module.materials


def test_the_script_is_printed_for_trainers_and_stays_folded_for_others(loaded: Loaded, house: Project) -> None:
    for edition, printed in ((house.editions["online"], False), (trainers(house), True)):
        html = shown(loaded, edition, "modules/the-dairy")["aloud"]
        assert html.startswith("<details")
        assert ("aloud--paper" in html) == printed


def test_the_short_way_is_marked_and_leads_on(loaded: Loaded, house: Project) -> None:
    track = house.course.tracks["everybody"].model_copy(update={"express": ("the-mill", "the-dairy")})
    course = house.course.model_copy(update={"tracks": {"everybody": track}})
    both = dataclasses.replace(loaded, project=dataclasses.replace(house, course=course))
    edition = house.editions["online"]
    word = house.ui["express"].value
    html = shown(both, edition, "course")["track"]
    assert html.count(f'<span class="chip">{word}</span>') == 2
    assert "20 min" in html
    assert 'href="the-dairy.html"' in shown(both, edition, "modules/the-mill")["express"]
    last = shown(both, edition, "modules/the-dairy")
    assert "express" not in last
    assert word in last["objectives"]
    pages = compile_site(both.project, house.editions["quiet"])
    alone = lessons_of(pages, both.project, house.editions["quiet"])
    assert "express" not in [item.component for page in alone for item in page.outline if isinstance(item, Block)], "the next lesson may not be at hand"


CIRCLE = b"""<!doctype html><main><h1>Water</h1><div class="prose prose--opening"><p>Sit down.</p></div><h2>Read</h2><p>Not said.</p>
<h2>The river</h2><figure class="slot"><figcaption>Picture: a jar.</figcaption></figure>
<details class="fold aloud"><summary>To read aloud</summary><div class="prose"><p>Look at it.</p><ul><li><p>Wait.</p></li></ul></div></details>
<h2>Check</h2><form></form></main>"""


def test_a_script_holds_what_is_said_and_nothing_else() -> None:
    assert script(CIRCLE) == "* Water\n\nSit down.\n\n* The river\n\nPicture: a jar.\n\nLook at it.\n\nWait.\n"
    silent = CIRCLE.replace(b"aloud", b"other")
    assert scripts("community-en", {"lesson-01.html": CIRCLE, "lesson-02.html": silent}, {}).keys() == {"community-en-scripts/lesson-01.txt"}
