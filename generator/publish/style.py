"""Style sheets as they are shipped."""

from __future__ import annotations

import re

import rcssmin

_BARE = re.compile(r"(?<=\s):(?=(?:is|not|where|has|first|last|nth|only)\b)")


def minified(css: str) -> str:
    """The style sheet without comments and needless white space.

    rcssmin drops the space before a colon inside `@media` and `@container`, so that `a :is(b)` would become `a:is(b)`, which means
    something else. A star before such a colon keeps the two apart.
    """
    return str(rcssmin.cssmin(_BARE.sub("*:", css)))
