"""Fixtures of this room."""

from tests.site_fixtures import built, each_site, served, site, site_called, small_site

__all__ = ["built", "each_site", "served", "site", "site_called", "small_site"]
