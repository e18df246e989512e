"""Takes the pictures that the README shows: `make screenshot`."""

from __future__ import annotations

import shutil
import sys

from playwright.sync_api import sync_playwright

from tests.project import ROOT

PICTURES = {"home": ("en/index.html", 1280, 800), "case": ("en/cases/clara.html", 1280, 900)}
"""Name of the picture: page, width and height of the window in CSS pixels."""


def main() -> int:
    """Write every picture to docs/pictures/."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is missing. `make test` installs it as root; else: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        for name, (path, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto((ROOT / "site" / path).as_uri())
            page.evaluate("document.fonts.ready")
            page.screenshot(path=str(ROOT / f"docs/pictures/{name}.png"))
            page.close()
        browser.close()
    print(f"{len(PICTURES)} pictures in docs/pictures/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
