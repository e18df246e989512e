"""Tools and worksheets: every part has its form, every text its place, and a part shows the same wherever it is used."""

from __future__ import annotations

import re
import typing
import zipfile
from pathlib import Path

import pytest
from lxml import html

from generator.compile.page import Block, Heading, Page
from generator.load.events import read_yaml
from generator.model.sheet import AnyPart, Sheet
from generator.model.text import texts_of
from generator.pipeline import Loaded, load, pages_in
from generator.render.pages import Renderer
from generator.validate.shapes import shape
from tests.conftest import SMALL_HOUSE
from tests.project import ROOT, copy_project, highroad, our_course

TYPES = [typing.get_args(noun.model_fields["type"].annotation)[0] for noun in typing.get_args(typing.get_args(AnyPart)[0])]
MODULE = "content/modules/the-dairy.yaml"
USES = """parts:
  the-ruler: {use: "tool:ruler#how-grave"}
  the-grid: {heading: Your grid, use: "worksheet:pipe#grid"}
  all-of-it: {use: tool:ruler}
  a-borrowed-one: {use: "worksheet:pipe#how-grave"}
"""


def tree_of(page: Page, renderer: Renderer) -> html.HtmlElement:
    """The page's text as one tree, with its headings."""
    items = [renderer.heading(item, page) if isinstance(item, Heading) else item for item in renderer.outline(page)]
    return html.fromstring(f"<main>{''.join(item.html for item in items)}</main>")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small house, where a module uses parts of sheets, and a tool is meant for a track that the course does not have in every edition."""
    project = copy_project(tmp_path_factory.mktemp("sheets") / "project", SMALL_HOUSE)
    module = project / MODULE
    module.write_text(module.read_text("utf-8").replace("parts:\n", USES), "utf-8")
    course = project / "content/course.yaml"
    others = "tracks:\n  others: {title: For others, summary: One module., modules: [the-mill]}\n"
    course.write_text(course.read_text("utf-8").replace("tracks:\n", others), "utf-8")
    quiet = project / "content/editions/quiet.yaml"
    quiet.write_text(quiet.read_text("utf-8") + "tracks: [everybody]\n", "utf-8")
    ruler = project / "content/tools/ruler.yaml"
    ruler.write_text(ruler.read_text("utf-8").replace("tracks: [everybody]", "tracks: [others]"), "utf-8")
    return project


@pytest.fixture(scope="module")
def loaded(house: Path) -> Loaded:
    return load(house)


@pytest.mark.parametrize("kind", TYPES)
def test_each_type_has_a_component_and_is_described_with_an_example(kind: str) -> None:
    assert kind == "use" or (ROOT / f"site_overrides/components/sheet-{kind}/sheet-{kind}.html").is_file()
    assert f"type: {kind}" in (ROOT / "docs/content-format.md").read_text("utf-8")


def test_the_example_of_the_content_format_has_the_right_shape() -> None:
    text = (ROOT / "docs/content-format.md").read_text("utf-8")
    example = re.search(r"^## `content/worksheets/[^\n]*\n\n```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[1]
    node, problems = read_yaml(example.encode(), "example.yaml")
    assert problems == []
    assert shape(node, Sheet, "worksheets/example")[1] == []


def test_the_small_house_has_a_part_of_every_type(loaded: Loaded) -> None:
    sheets = (loaded.project.tools["ruler"], loaded.project.worksheets["pipe"])
    assert {part.type for sheet in sheets for part in sheet.parts.values()} == set(TYPES)


def words(text: str) -> str:
    """The words of a text, without the marks of Markdown and the targets of links."""
    return " ".join(re.sub(r"\]\([^)]*\)|[*\[\]]|^\s*(?:[-#]+|\d+\.) ", "", text, flags=re.MULTILINE).split())


@pytest.mark.parametrize("root", [SMALL_HOUSE, ROOT], ids=["small house", "ours"])
def test_every_text_of_a_sheet_stands_on_its_page(root: Path, tmp_path: Path) -> None:
    found = load(ROOT if root == ROOT else copy_project(tmp_path / "project", root))
    pages, renderer = pages_in(found, "en", "online")
    sheets = {f"{folder}/{name}": sheet for folder in ("tools", "worksheets") for name, sheet in getattr(found.project, folder).items()}
    assert {page.path for page in pages if page.kind == "sheet"} == set(sheets)
    for page in pages:
        if page.kind != "sheet":
            continue
        shown = {each.get("data-text"): " ".join(each.text_content().split()) for each in tree_of(page, renderer).xpath("//*[@data-text]")}
        for text in texts_of(sheets[page.path]):
            if text.id not in (f"{page.path}/title", f"{page.path}/summary"):  # which the page's head shows
                assert words(text.value) in words(shown.get(text.id, "")), text.id
        assert page.number == sheets[page.path].number


def test_every_part_can_be_linked_to(loaded: Loaded) -> None:
    pages, renderer = pages_in(loaded, "en", "online")
    for page in pages:
        if page.kind == "sheet":
            folder, _, name = page.path.partition("/")
            ids = tree_of(page, renderer).xpath("//@id")
            assert set(getattr(loaded.project, folder)[name].parts) <= set(ids)
            assert len(ids) == len(set(ids))


def test_there_is_nothing_to_type_on_a_sheet(loaded: Loaded) -> None:
    """DNH-04: a box or a line is for a pen. What can be ticked is the switch of large print only, which has no name and is never kept."""
    pages, renderer = pages_in(loaded, "en", "online")
    page = next(page for page in pages if page.path == "worksheets/pipe")
    fields = tree_of(page, renderer).xpath("//*[self::input or self::textarea or self::select][not(ancestor::form[@data-question])]")
    assert [(field.get("type"), field.get("name")) for field in fields] == [("checkbox", None)]


def test_the_questions_of_a_sheet_are_numbered_through(loaded: Loaded) -> None:
    pages, _ = pages_in(loaded, "en", "online")
    page = next(page for page in pages if page.path == "worksheets/pipe")
    asked = [item.data for item in page.outline if isinstance(item, Block) and item.component.startswith("question-")]
    assert [(each["number"], each["total"]) for each in asked] == [(number, 5) for number in range(1, 6)]


def test_a_module_shows_parts_of_sheets_with_anchors_of_its_own(loaded: Loaded) -> None:
    pages, renderer = pages_in(loaded, "en", "online")
    tree = tree_of(next(page for page in pages if page.path == "modules/the-dairy"), renderer)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"the-ruler-how-grave", "the-grid-grid", "all-of-it-how-grave", "a-borrowed-one-how-grave"} <= set(ids)
    headings = [each.text_content() for each in tree.xpath("//h2")]
    assert [each for each in headings if each in ("How grave is it?", "Your grid", "A ruler for the rash")] == [
        "How grave is it?", "Your grid", "A ruler for the rash", "How grave is it?"]
    assert len(tree.xpath("//*[@data-component='sheet-scale']")) == 3
    assert tree.xpath("//*[@data-component='sheet-source']//a/@href") == ["../tools/ruler.html", "../worksheets/pipe.html"] * 2


def test_a_part_shows_also_where_its_own_sheet_is_for_others(loaded: Loaded) -> None:
    """The quiet edition has no page of the ruler. Whoever uses its part still shows it, and the link to it becomes words."""
    pages, renderer = pages_in(loaded, "en", "quiet")
    assert "tools/ruler" not in {page.path for page in pages}
    tree = tree_of(next(page for page in pages if page.path == "modules/the-dairy"), renderer)
    assert len(tree.xpath("//*[@data-component='sheet-scale']")) == 3
    sources = tree.xpath("//*[@data-component='sheet-source']")
    assert "T1 A ruler for the rash" in " ".join(sources[0].text_content().split())
    assert [len(each.xpath(".//a")) for each in sources] == [0, 1, 0, 1]


def test_lessons_and_folders_carry_what_is_used(house: Path) -> None:
    done = highroad("export", "html", "zip", "--edition", "quiet", cwd=house)
    assert done.returncode == 0, done.stderr
    lessons = [path.read_text("utf-8") for path in (house / "dist/quiet-en").glob("lesson-*.html")]
    lesson = next(text for text in lessons if "Your grid" in text)
    tree = html.fromstring(lesson)
    assert len(tree.xpath("//*[@data-component='sheet-scale']")) == 3
    assert len(tree.xpath("//*[@data-component='sheet-source']")) == 4
    assert not tree.xpath("//*[@data-component='sheet-source']//a"), "nothing lies beside a lesson"
    assert ".sheet-scale" in lesson
    assert re.search(r"@container \(max-width:[^@]*\.sheet-table td,[^@{]*\{display:block", lesson), "the stack of narrow pages is whole"
    assert ".sheet-draw" not in lesson, "rules of parts that it does not show"
    with zipfile.ZipFile(house / "dist/quiet-en.zip") as opened:
        pages = {name: opened.read(name).decode() for name in opened.namelist() if name.endswith(".html")}
    sheet, = [name for name, text in pages.items() if 'class="reader kind-sheet"' in text]
    assert re.search(r"/page-\d\d\.html$", sheet)
    assert "<title>Page" in pages[sheet]
    assert sheet.rpartition("/")[2] in "".join(text for name, text in pages.items() if name != sheet), "something leads to it"


def test_the_toolbox_lists_sheets_by_number() -> None:
    ours = our_course()
    pages, _ = pages_in(ours, "en", "online")
    listed = [[sheet.number for _, sheet, _ in item.data["sheets"]] for page in pages if page.path == "toolbox/index"
              for item in page.outline if isinstance(item, Block) and item.component == "sheet-list"]
    counts = {"T": len(ours.project.tools), "W": len(ours.project.worksheets)}
    assert listed == [[f"{letter}{number}" for number in range(1, count + 1)] for letter, count in counts.items()]
