"""The words of letters: what states a shortcoming, announces, names, answers, and what it is about."""
