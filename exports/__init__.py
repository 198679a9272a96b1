"""How knowledge leaves as files and as rows."""
