"""Reads the sources: files to trees, catalogs and official texts."""
