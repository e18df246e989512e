"""The nouns: what the sources say, frozen."""
