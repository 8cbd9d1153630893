"""The record: readings in; documents, claims, operations and findings out.

Invariant: documents and claims are only ever added, each document with all its claims in one
transaction; operations and findings are a function of the claims and can be rebuilt at any time.
"""

from departures.record.record import Record
from departures.record.summary import DocumentSummary

__all__ = ["DocumentSummary", "Record"]
