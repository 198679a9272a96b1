"""How records come in: read, recognise, resolve, state, check, load."""
