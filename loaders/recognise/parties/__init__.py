"""Who wrote, as what, and to whom; copies and references; which force the letter is about."""

from loaders.recognise.parties.addressee import addressee
from loaders.recognise.parties.author import author
from loaders.recognise.parties.copies import copied_to, reference
from loaders.recognise.parties.forces import force_printed, known_places

__all__ = ["addressee", "author", "copied_to", "force_printed", "known_places", "reference"]
