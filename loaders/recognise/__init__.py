"""From a document's text to its letters: who wrote, when, to whom, about which reports, with which grades and counts."""
