"""The vocabulary: data only, one module a kind, each entry with examples that must and must not match."""
