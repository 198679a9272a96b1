"""What is known: terms, triples, questions, and the index that answers them."""
