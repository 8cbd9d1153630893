"""Full-text search over what is shown: documents and operations, one interface on both databases.

Both index the same folded words, so that they find the same; what differs is one statement each.

Invariant: only shown rows are indexed, and a person's query is never part of a statement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, text

from departures.record.intake import in_parts
from departures.record.tables import search_entries
from departures.words.folding import folded_words

MOST_TERMS = 12
MOST_WORDS = 50_000
"""Words of one entry that are indexed; a text of more is found by those. PostgreSQL's index takes
a megabyte.
"""
LONGEST_WORD = 100
MOST_MATCHES = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What of one document or operation can be found."""

    kind: str
    ref: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is looked for; a word also finds those that begin with it."""

    words: tuple[str, ...]
    whole: bool


def terms_of(query: str) -> list[Term]:
    """The terms of a query as a person types it: words, and phrases in quotation marks."""
    terms: list[Term] = []
    for place, part in enumerate(query[:1000].replace("“", '"').replace("”", '"').split('"')):
        words = folded_words(part)
        if place % 2 and words:
            terms.append(Term(tuple(words), whole=True))
        else:
            terms += [Term((word,), whole=False) for word in words]
    return terms[:MOST_TERMS]


def keep_entries(connection: Connection, entries: Iterable[Entry]) -> None:
    """Index entries whose refs are not indexed yet."""
    rows = [
        {
            "kind": entry.kind,
            "ref": entry.ref,
            "title": _plain(entry.title),
            "words": _plain(entry.words),
        }
        for entry in entries
    ]
    if not rows:
        return
    connection.execute(insert(search_entries), rows)
    if connection.dialect.name == "sqlite":
        for some in in_parts([row["ref"] for row in rows]):
            connection.execute(_FILL, {"refs": list(some)})


def remove_entries(connection: Connection, refs: Sequence[str]) -> None:
    """Remove the entries of these documents or operations."""
    for some in in_parts(refs):
        if connection.dialect.name == "sqlite":
            connection.execute(_EMPTY, {"refs": list(some)})
        connection.execute(delete(search_entries).where(search_entries.c.ref.in_(some)))


def remove_all(connection: Connection) -> None:
    """Remove every entry."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_index (search_index) VALUES ('delete-all')"))
    connection.execute(delete(search_entries))


def matches(connection: Connection, query: str) -> Mapping[str, list[str]]:
    """What has all terms of a query: refs by kind, the nearest first; nothing without a term."""
    terms = terms_of(query)
    found: dict[str, list[str]] = {"operation": [], "document": []}
    if not terms:
        return found
    sqlite = connection.dialect.name == "sqlite"
    statement, asked = (_IN_SQLITE, _fts5(terms)) if sqlite else (_IN_POSTGRESQL, _tsquery(terms))
    for row in connection.execute(statement, {"asked": asked, "most": MOST_MATCHES}):
        found[row.kind].append(row.ref)
    return found


def _plain(string: str) -> str:
    return " ".join(word[:LONGEST_WORD] for word in folded_words(string)[:MOST_WORDS])


def _fts5(terms: Iterable[Term]) -> str:
    """The terms in FTS5's language; words hold letters and figures only, so nothing escapes."""
    return " AND ".join(f'"{" ".join(term.words)}"{"" if term.whole else "*"}' for term in terms)


def _tsquery(terms: Iterable[Term]) -> str:
    """The terms in the language of PostgreSQL's to_tsquery."""
    return " & ".join(
        f"({' <-> '.join(term.words)})" if term.whole else f"{term.words[0]}:*" for term in terms
    )


_REFS: BindParameter[list[str]] = bindparam("refs", expanding=True)
_FILL = text(
    "INSERT INTO search_index (rowid, title, words) "
    "SELECT id, title, words FROM search_entries WHERE ref IN :refs"
).bindparams(_REFS)
_EMPTY = text(
    "INSERT INTO search_index (search_index, rowid, title, words) "
    "SELECT 'delete', id, title, words FROM search_entries WHERE ref IN :refs"
).bindparams(_REFS)


_IN_SQLITE = text(
    "SELECT e.kind, e.ref FROM search_index JOIN search_entries AS e ON e.id = search_index.rowid "
    "WHERE search_index MATCH :asked ORDER BY bm25(search_index, 4.0, 1.0), e.ref LIMIT :most"
)
_IN_POSTGRESQL = text(
    "SELECT e.kind, e.ref FROM search_entries AS e, to_tsquery('simple', :asked) AS asked "
    "WHERE to_tsvector('simple', e.title || ' ' || e.words) @@ asked "
    "ORDER BY ts_rank(setweight(to_tsvector('simple', e.title), 'A') || "
    "to_tsvector('simple', e.words), asked) DESC, e.ref LIMIT :most"
)
