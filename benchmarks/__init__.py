"""What a build costs, measured beside another builder on the same generated content, and what a page weighs."""
