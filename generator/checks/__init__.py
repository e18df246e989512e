"""Checks on what we ship."""
