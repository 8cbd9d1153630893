"""The family of errors a person can meet, each with its exit status and its HTTP status.

Invariant: a message is one line that says what is wrong and what to do; whoever shows it adds
nothing and shows no traceback.
"""


class DeparturesError(Exception):
    """Anything that a person can mend. `str(error)` is the whole message."""

    exit_code = 2
    http_status = 400


class BadInputError(DeparturesError):
    """A file, a date or an option that can't be used as it is."""

    http_status = 422


class NotFoundError(DeparturesError):
    """An operation, a document or a claim that the record does not hold."""

    http_status = 404


class RefusedError(DeparturesError):
    """Somebody who may not do it."""

    http_status = 403


class TooOftenError(DeparturesError):
    """Something tried too often; it may be tried again later."""

    http_status = 429


class StaleError(DeparturesError):
    """What was decided on has changed since it was looked at."""

    http_status = 409


class RecordError(DeparturesError):
    """The record itself can't be opened, read or written."""

    http_status = 503
