"""From trees to nouns, and every problem on the way."""
