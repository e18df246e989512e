"""The Declaration in every language: booklets, the list that finds them, and two texts side by side. Written apart from the other pages."""
