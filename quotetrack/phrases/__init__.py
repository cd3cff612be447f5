"""Words, names and noun phrases with their ends."""
