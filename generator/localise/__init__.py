"""The nouns in one language."""
