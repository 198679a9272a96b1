"""The `peelgraph` command: parse, call, print."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from knowledge.store import Readable

__all__ = ["main"]

HERE = Path(__file__).resolve().parent
SETTINGS = """
\b
Settings (flags win):
  PEELGRAPH_STORE       folder, ':memory:' or URL of a SPARQL server   [the user's data folder]
  PEELGRAPH_STORE_DATA  its Graph Store address, if it is not …/data
  PEELGRAPH_BASE        start of every IRI, written in at build        [https://peelgraph.example/]
  PEELGRAPH_METRICS     'public' opens /metrics to other machines      [this machine only]
  PEELGRAPH_CONTACT     where readers are told to send errors, an address or a page   [none named]
  PEELGRAPH_QUERY_SECONDS  limit for a visitor's SPARQL query          [10]
  PEELGRAPH_CACHE       where engines and npm files are kept           [the user's cache folder]
  HOST, PORT            where `serve` listens                          [127.0.0.1, 8055]
  PEELGRAPH_WORKERS     its processes                                  [2]
  PEELGRAPH_DEBUG       show where in the program an error arose, not its sentence alone
  NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD   the Neo4j of `neo4j sync`    [bolt://127.0.0.1:7687, neo4j, a prompt]
  NEO4J_DATABASE        its database                                   [neo4j]
  PEELGRAPH_NEO4J       which Neo4j `neo4j start` starts: 5.26.12 or 2026.09.0   [5.26.12]
"""


class Command(click.Group):
    """Errors are one plain sentence and status 1; a wrong command is answered with the nearest right one."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (ValueError, LookupError, OSError, RuntimeError, ImportError) as error:
            _fail(error)
        except Exception as error:
            if type(error).__module__.partition(".")[0] in ("knowledge", "loaders", "exports", "web"):
                _fail(error)
            raise

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and self.get_command(ctx, args[0]) is None and (near := get_close_matches(args[0], self.commands, 1)):
            raise click.UsageError(f"There is no command '{args[0]}'. Did you mean '{near[0]}'?", ctx)
        return super().resolve_command(ctx, args)


def _fail(error: Exception) -> None:
    if os.environ.get("PEELGRAPH_DEBUG"):
        raise error
    click.echo(f"peelgraph: {error}", err=True)
    sys.exit(1)


@click.group(cls=Command, epilog=SETTINGS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="peelgraph")
def main() -> None:
    """What inspectors found in police forces, what commissioners answered, and what was found again.

    Begin with `peelgraph build`, then `peelgraph ask recurrences --from 2014 --to 2019`.
    """


def _progress() -> Callable[[str, int, int], None]:
    """A bar on a terminal, plain lines otherwise; both on standard error."""
    from exports.progress import bar

    return bar(sys.stderr)


def _open(where: str | None) -> Readable:
    from knowledge.generations import location
    from knowledge.store import Store

    if (where or location()) == ":memory:":
        from loaders.load import build_in_memory

        return build_in_memory(progress=_progress())
    return Store.open(where)


def _built(built: Any) -> None:
    for line in built.remarks:
        click.echo(f"Note: {line}", err=True)
    counts = ", ".join(f"{n} {what}" for what, n in built.manifest.counts.items())
    click.echo(
        f"Release {built.manifest.release}: {counts}, {built.manifest.triples} triples; {built.manifest.warnings} warnings (`peelgraph validate` lists them)."
    )


@contextmanager
def _reporting(path: Path | None) -> Iterator[list[Any]]:
    """Write the SHACL report of what the gate let in, or of what it refused; nothing if no load reached the gate."""
    if path and (path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK)):  # before anything is put in service
        raise OSError(f"The report cannot be written to '{path}'. Name a file in a folder that you may write.")
    told: list[Any] = []
    try:
        yield told
    except Exception as error:
        told += [error] if hasattr(error, "report") else []
        raise
    finally:
        if path and told:
            path.write_text(told[0].report, encoding="utf-8")


store_option = click.option("--store", metavar="DIR", help="Folder of the store, instead of PEELGRAPH_STORE.")
report_option = click.option("--report", "report_", type=click.Path(path_type=Path), help="Write the SHACL report as Turtle here, of a refused load too.")


@main.command()
@click.option("--records", type=click.Path(path_type=Path), default=HERE / "records", show_default="records/ of the checkout")
@store_option
@click.option("--if-stale", is_flag=True, help="Only if records, ontology or program have changed.")
@report_option
def build(records: Path, store: str | None, if_stale: bool, report_: Path | None) -> None:
    """Read every record, check it, and put a new release in service, or change nothing."""
    from loaders import load

    if if_stale and not load.is_stale(records, store):
        return
    with _reporting(report_) as told:
        told.append(load.build(records, store, _progress()))
    _built(told[0])


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The JSON of CONTRACT section 2 on standard output.")
@click.option("--no-corrections", is_flag=True, help="The rules alone.")
def read(files: tuple[Path, ...], as_json: bool, no_corrections: bool) -> None:
    """Show what would be extracted from letters (.txt .md .html .htm .pdf .docx); load nothing."""
    from loaders.show import documents, summary

    found = documents(files, HERE / "records", corrected=not no_corrections)
    click.echo(json.dumps({"documents": found}, ensure_ascii=False, indent=1) if as_json else summary(found))
    if any("refused" in document for document in found):
        sys.exit(1)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@click.option("--body", metavar="SLUG", help="The force whose commissioner wrote, where the letter does not say.")
@report_option
def add(files: tuple[Path, ...], store: str | None, body: str | None, report_: Path | None) -> None:
    """Read, check and add letters: all of them or none."""
    from loaders import load

    with _reporting(report_) as told:
        added = load.add(list(files), store, body, progress=_progress())
        told += [added.built] if added.built else []
    for name in added.held:
        click.echo(f"'{name}' is held already: a letter with the same words is in the graph.")
    if added.built:
        click.echo(f"Added {', '.join(added.taken)}.")
        _built(added.built)


def _pairs(words: list[str]) -> dict[str, str]:
    """`--from 2014 --to=2019` as a dict; raises `click.UsageError` for anything else."""
    pairs, rest = {}, list(words)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--") or (not equals and not rest):
            raise click.UsageError(f"'{name}' is not a parameter with a value. Write --name value.")
        pairs[name[2:]] = value if equals else rest.pop(0)
    return pairs


@main.command(context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
@click.argument("question")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--engine", type=click.Choice(["sparql", "cypher", "graphql"]), default="sparql", show_default=True)
@store_option
@click.pass_context
def ask(ctx: click.Context, question: str, format_: str, engine: str, store: str | None) -> None:
    """Ask one named question: peelgraph ask recurrences --from 2014 --to 2019."""
    from exports import asking

    click.echo(asking.ask(question, _pairs(ctx.args), format_, _open(store), _engine(engine)), nl=False)


def _engine(name: str) -> Any:
    """What gives the rows, where it is not SPARQL on the store."""
    if name == "cypher":
        from exports.neo4j import ask_cypher

        return ask_cypher
    if name == "graphql":
        from server import graphql_rows

        return graphql_rows
    return None


@main.command()
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
def questions(format_: str) -> None:
    """List the named questions with parameters and an example."""
    from exports.asking import list_questions

    click.echo(list_questions(format_), nl=False)


@main.command()
@click.argument("format_", metavar="FORMAT")
@click.option("-o", "output", type=click.File("wb", lazy=True), default="-", help="File to write; standard output otherwise.")
@click.option("--excel", is_flag=True, help="Guard CSV cells that a spreadsheet would take for formulas.")
@store_option
def export(format_: str, output: Any, excel: bool, store: str | None) -> None:
    """Write the whole graph: turtle ntriples jsonld rdfxml nquads trig csv graphml neo4j-csv."""
    from exports.whole import export as write
    from knowledge.index import Index

    found = _open(store)
    for literal in write(found, Index.of(found), format_, output, excel):
        click.echo(f"Note: {literal} holds control characters, which this format cannot; each is written as U+FFFD.", err=True)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@report_option
@store_option
def validate(files: tuple[Path, ...], report_: Path | None, store: str | None) -> None:
    """Check the graph in service, or Turtle files, and say in plain words what is wrong; 0 when nothing would be refused."""
    from loaders import validate as gate
    from loaders.places import placed

    texts = gate.texts_at_hand(store) if files else {}
    with _reporting(report_) as told:
        results = gate.validate_files(files, texts) if files else gate.validate_store(_open(store))
        told.append(gate.Found(results))
    for where, result in placed(results, files):
        click.echo(f"{result.severity}: {where}{result}")
    if unseen := gate.not_compared(files, texts):
        click.echo(f"Note: the words of {unseen} quotes were not compared: the texts of their documents are not in the store. Pass --store DIR.")
    refused = sum(result.severity == "Violation" for result in results)
    click.echo(f"{refused} violations, {len(results) - refused} warnings.")
    sys.exit(1 if refused else 0)


@main.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
def diff(before: str, after: str) -> None:
    """List what changed between two releases: ontology, sources, and every thing with what it says now.

    A and B are generations of the store (such as 000001), names of releases, stores' folders, or exports.
    """
    from loaders.changes import changes

    click.echo(changes(before, after), nl=False)


@main.group()
def review() -> None:
    """Pairs of findings for a reader to judge, and what readers decided."""


@review.command("list")
@click.option("--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--all", "everything", is_flag=True, help="The pairs already decided or asserted by a letter too.")
@store_option
def review_list(format_: str, limit: int | None, everything: bool, store: str | None) -> None:
    """What nobody has decided, best score first. The score orders what a reader reads; it proves nothing."""
    from exports.reviewing import listed
    from knowledge.index import Index

    click.echo(listed(Index.of(_open(store)), format_, limit, everything), nl=False)


@review.command("record")
@click.option("--earlier", required=True, metavar="ID")
@click.option("--later", required=True, metavar="ID", help="With the decision none, a report: read against all of it, nothing is the same.")
@click.option("--decision", required=True, type=click.Choice(["repeated", "narrowed", "widened", "related", "different", "unsure", "none"]))
@click.option("--reviewer", required=True, metavar="NAME")
@click.option("--reviewer-kind", type=click.Choice(["person", "program"]), default="person", show_default=True)
@click.option("--reason", required=True, metavar="TEXT")
@click.option("--records", type=click.Path(path_type=Path), default=HERE / "records", show_default="records/ of the checkout")
@store_option
def review_record(earlier: str, later: str, decision: str, reviewer: str, reviewer_kind: str, reason: str, records: Path, store: str | None) -> None:
    """Write one review to records/reviews/."""
    from knowledge.index import Index
    from knowledge.judging import judge

    path = judge(Index.of(_open(store)), records / "reviews", earlier, later, decision, reviewer, reviewer_kind, reason)
    click.echo(f"Written to '{path}'. `peelgraph build` brings it into answers.")


@main.group()
def evaluate() -> None:
    """How good the reading and the suggestions are, on what people and programs have judged."""


@evaluate.command("reading")
@click.option("--examples", type=click.Path(path_type=Path), default=HERE / "records" / "examples" / "letters.yaml", show_default="records/examples/letters.yaml")
@click.option("--documents", type=click.Path(path_type=Path), default=HERE / "records" / "letters", show_default="records/letters")
def evaluate_reading(examples: Path, documents: Path) -> None:
    """Precision, recall and F1 of each field against annotated letters, corrections off."""
    from knowledge.registers import read_registers
    from loaders.evaluate import evaluate as scores_of
    from loaders.evaluate.table import table

    click.echo(table(scores_of(examples, documents, read_registers(HERE / "records" / "registers"))), nl=False)


@evaluate.command("recurrences")
@click.option("--format", "format_", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--pairs", type=click.Path(path_type=Path), metavar="FILE.tsv", help="Measure on this file of judged pairs instead of the graph.")
@store_option
def evaluate_recurrences(format_: str, pairs: Path | None, store: str | None) -> None:
    """How far up the queue the confirmed pairs stand, beside plain TF-IDF."""
    from knowledge.index import Index
    from loaders.pairs import read_pairs
    from loaders.scores_table import report_of_index, report_of_pairs

    report = report_of_pairs(read_pairs(pairs), format_) if pairs else report_of_index(Index.of(_open(store)), format_)
    click.echo(report, nl=False)


@main.group()
def neo4j() -> None:
    """The graph in Neo4j, which can be thrown away and made again."""


def _synced(index: Any, uri: str, user: str | None, password: str | None, database: str, suggestions: bool) -> None:
    from exports.neo4j import sync

    done = sync(index, uri, user, password, database, _progress(), suggestions)
    click.echo(f"The Neo4j at {uri} holds {done.nodes} nodes and {done.relationships} relationships; {done.writes} writes were needed.")


@neo4j.command("sync")
@click.option("--uri", envvar="NEO4J_URI", default="bolt://127.0.0.1:7687", show_default=True)
@click.option("--user", envvar="NEO4J_USER", default="neo4j", show_default=True, help="An empty one where Neo4j asks for no password.")
@click.option("--database", envvar="NEO4J_DATABASE", default="neo4j", show_default=True)
@click.option("--suggestions", is_flag=True, help="Also pairs that nobody has judged, as SUGGESTED_AS.")
@store_option
def neo4j_sync(uri: str, user: str, database: str, suggestions: bool, store: str | None) -> None:
    """Make a Neo4j equal to the graph; twice changes nothing. The password comes from NEO4J_PASSWORD or a prompt."""
    from knowledge.index import Index

    password = os.environ.get("NEO4J_PASSWORD")
    if user and password is None:
        password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    _synced(Index.of(_open(store)), uri, user, password, database, suggestions)


@neo4j.command("perspective")
@click.option("-o", "output", type=click.File("w", encoding="utf-8", lazy=True), default="-", help="File to write; standard output otherwise.")
@click.option("--grass", is_flag=True, help="The style file for Neo4j Browser instead, with the same colours.")
@store_option
def neo4j_perspective(output: Any, grass: bool, store: str | None) -> None:
    """A Bloom perspective: categories, colours and search phrases. Bloom needs Enterprise, Aura or Neo4j Desktop; none has opened this yet."""
    from exports import bloom, bloom_style
    from knowledge.index import Index

    made = bloom_style.grass() if grass else json.dumps(bloom.perspective(Index.of(_open(store))), ensure_ascii=False, indent=1) + "\n"
    output.write(made)


@neo4j.command("start")
@store_option
def neo4j_start(store: str | None) -> None:
    """A local Neo4j with Neo4j Browser, synced and ready, for this machine alone, until Ctrl-C."""
    from exports.bloom_phrases import headline
    from exports.engines import local_neo4j
    from knowledge.index import Index
    from knowledge.index_years import years_asked

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that Neo4j is stopped with us, however we are
    index = Index.of(_open(store))
    with local_neo4j(browser=True) as local:
        _synced(index, local.uri, None, None, "neo4j", False)
        click.echo(f"Neo4j Browser: {local.browser} (connect to {local.uri}, no authentication). A first query:")
        years = years_asked(index)
        click.echo(f"  {headline(*years).cypher if years else 'MATCH p = ()--() RETURN p'}")
        click.echo("Colours: drop the file of `peelgraph neo4j perspective --grass -o peelgraph.grass` on Neo4j Browser.")
        click.echo("Stop with Ctrl-C.")
        try:
            local.process.wait()
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)


@main.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8055, show_default=True)
@click.option("--workers", envvar="PEELGRAPH_WORKERS", default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """The production server; /readyz answers 200 once it can serve."""
    import server
    from exports.asking import welcome
    from knowledge.generations import location

    memory = _open(None) if location() == ":memory:" else None
    server.serve(host, port, workers, memory, ready=lambda index: click.echo(welcome(index, host, port)))


if __name__ == "__main__":
    main()
