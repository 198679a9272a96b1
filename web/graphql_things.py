"""Who and where: people, forces, alliances, offices, themes and systems as GraphQL types, and what every node shares."""

from __future__ import annotations

from typing import Any

import graphene

from web.graphql_fields import Path, boolean, many, one, read, string
from web.graphql_words import meaning

__all__ = ["NODE_TYPES", "Alliance", "AllianceMember", "Event", "Force", "Node", "Office", "Person", "Record", "System", "Tenure", "Theme"]

NODE_TYPES: dict[str, type[graphene.ObjectType]] = {}


class Node(graphene.Interface):
    """Anything with an IRI of its own. `node(id:)` finds it again."""

    id = graphene.ID(required=True, description="The thing's IRI. Wherever an ID is taken, the last part of it will do.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> type[graphene.ObjectType]:
        """Types have the names of the records that they show."""
        return NODE_TYPES[type(instance).__name__]


class Record(graphene.ObjectType):
    """A type whose fields are read from a record."""

    class Meta:
        abstract = True

    @classmethod
    def __init_subclass_with_meta__(cls, **options: Any) -> None:
        options.setdefault("default_resolver", read)
        super().__init_subclass_with_meta__(**options)
        if Node in options.get("interfaces", ()):
            NODE_TYPES[cls.__name__] = cls


class Person(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Person")

    name = string("The name most letters use.", required=True)
    slug = string("The last part of the IRI.", required=True)
    registered = boolean("kg:registered")
    aliases = many(graphene.String, "Other ways in which letters write the name.")


class Force(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Force")

    name = string("The name of the force.", required=True)
    slug = string("The last part of the IRI: the id that police.uk uses.", required=True)
    registered = boolean("kg:registered")
    ons_code = string("kg:onsCode")
    aliases = many(graphene.String, "Other ways in which letters write the name.")


class AllianceMember(Record):
    class Meta:
        description = meaning("AllianceMembership")

    force = one("Force", "The force that was a member.", required=True, resolver=lambda member, info: member[0])
    start = string("kg:from", name="from", resolver=lambda member, info: member[1])
    end = string("kg:to", name="to", resolver=lambda member, info: member[2])


class Event(Record):
    class Meta:
        interfaces = (Node,)
        name = "AllianceEvent"
        description = meaning("AllianceEvent")

    kind = string("kg:eventKind", required=True)
    on = string("kg:on")
    description = string("What happened.", required=True)
    confirmed = boolean("kg:confirmed")
    sources = many(graphene.String, "kg:factSource")


class Alliance(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Alliance")

    name = string("The name of the alliance.", required=True)
    slug = string("The last part of the IRI.", required=True)
    registered = boolean("kg:registered")
    members = many("AllianceMember", "Which forces were in it, and from when to when.")
    events = many("Event", "What happened to it, earliest first.")


class Theme(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Theme")

    name = string("The theme in words.", required=True)
    slug = string("The last part of the IRI.", required=True)
    registered = boolean("kg:registered")
    definition = string("What falls under the theme.", required=True)
    aliases = many(graphene.String, "Other words and acronyms for it.")


class System(Record):
    class Meta:
        interfaces = (Node,)
        name = "SystemOrProgramme"
        description = meaning("SystemOrProgramme")

    name = string("What letters call it.", required=True)
    slug = string("The last part of the IRI.", required=True)
    aliases = many(graphene.String, "Other ways in which letters write the name.")


class Office(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Office")

    name = string("The office in words.", required=True)
    kind = string("kg:officeKind", required=True)
    force = one("Force", "kg:oversees")


class Tenure(Record):
    class Meta:
        interfaces = (Node,)
        description = meaning("Tenure")

    holder = one("Person", "kg:holder")
    office = one("Office", "kg:holds")
    start = string("kg:from", name="from", resolver=Path("start"))
    end = string("kg:to", name="to", resolver=Path("end"))
    confirmed = boolean("kg:confirmed")
    sources = many(graphene.String, "kg:factSource")
