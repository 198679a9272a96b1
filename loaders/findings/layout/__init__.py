"""How a letter is laid out: list marks, labels, tables, and the blocks that they make."""
