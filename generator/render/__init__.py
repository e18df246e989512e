"""Blocks as finished HTML fragments."""
