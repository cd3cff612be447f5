"""Records in plain shapes and back without loss: dictionaries, lines of JSON, Arrow columns; offsets in other units."""

from __future__ import annotations

from quotetrack.codec.plain import RECORDS, SCHEMA, Record, dumps, from_dict, loads, plain_json, to_dict, upgraded

__all__ = ["RECORDS", "SCHEMA", "Record", "dumps", "from_dict", "loads", "plain_json", "to_dict", "upgraded"]
