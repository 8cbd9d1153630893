"""Exports: what is shown as files for other programs. In: an extract of the record; out: bytes.

`write_bundle(extract, format, target)` is the front door: an archive with the files of a format, a
README and a data package. `columns.toml` tells the tables, `terms.toml` the licence and citation.
"""

from departures.exports.bundle import bundle_name, write_bundle
from departures.exports.formats import FORMATS, Format

__all__ = ["FORMATS", "Format", "bundle_name", "write_bundle"]
