"""Marks for what a learner's device may remember."""

from __future__ import annotations

import hashlib


def mark(name: str) -> str:
    """Eight characters that stand for a module or a question: always the same ones, and without its name. Whoever finds them on a device
    learns nothing of the subject, unless they hold the course as well."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]
