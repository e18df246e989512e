"""Fixtures of this room."""

from tests.site_fixtures import built, served, site

__all__ = ["built", "served", "site"]
