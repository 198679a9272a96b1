"""The registers in memory: typed rows and the look-ups that reading, resolving and joining ask."""

from __future__ import annotations

from knowledge.registers import facts
from knowledge.registers.rows import AllianceRow, Fact, ThemeRow
from knowledge.registers.which import Which
from knowledge.triples import Triples

__all__ = ["Registers"]


class Registers(Which):
    """Everything that the registers say. Every look-up answers `None` when it is not known."""

    def alliance_on(self, force_a: str, force_b: str, edtf: str | None) -> AllianceRow | None:
        """The alliance of which both forces may have been members at that date."""
        wanted = {force_a, force_b}
        for alliance in self.alliances:
            if wanted <= {m.force for m in alliance.members if m.may_hold(edtf)}:
                return alliance
        return None

    def covered(self, force: str, year: int, theme: str) -> Fact | None:
        """The confirmed fact that says whether an inspection of the force in that year covered the theme (`value`)."""
        for fact in self.coverage:
            if fact.confirmed and (fact.subject, fact.property, fact.start) == (force, theme, str(year)):
                return fact
        return None

    def theme(self, slug: str) -> ThemeRow | None:
        """The theme with this slug."""
        return next((row for row in self.themes if row.slug == slug), None)

    def triples(self) -> Triples:
        """Every registered thing and fact, as `docs/decisions/graph-model.md` says."""
        return facts.statements(self)
