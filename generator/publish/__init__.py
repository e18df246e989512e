"""Writes what people get, whole or not at all."""
