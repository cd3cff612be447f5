"""The JSON Schema of a claim, made from the record types: what ``quotetrack/schema/claim.json`` holds.

``python -m quotetrack.codec.shape`` prints it; a test holds that the file is up to date.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import typing
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

from quotetrack.codec.offsets import UNITS
from quotetrack.codec.plain import SCHEMA, alternatives
from quotetrack.records import Claim

PUBLISHED = Path(__file__).parent.parent / "schema" / "claim.json"
"""Where the schema is published."""

_NULL = {"type": "null"}
_TEXT = {"type": ["string", "null"]}
_DAY = {"type": "string", "format": "date"}
_ROW: dict[str, tuple[dict[str, Any], str]] = {
    "said_on": ({"anyOf": [_DAY, _NULL]}, "The day it was said, where `said` is one day."),
    "offsets": ({"enum": list(UNITS)}, "What the offsets are counted in; code points where this is missing."),
    "url": (_TEXT, "Where the article is from."),
    "title": (_TEXT, "The article's headline."),
    "published": (
        {"anyOf": [_DAY, {"type": "string", "format": "date-time"}, {"type": "string"}, _NULL]},
        "When the article was published.",
    ),
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``to_dict(claim)`` and of a line of a JSONL dataset."""
    definitions: dict[str, Any] = {}
    claim = _record(Claim, definitions)
    head = {"schema": {"const": SCHEMA}, "record": {"const": "claim"}}
    rest = {name: {**shape, "description": words} for name, (shape, words) in _ROW.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim",
        "description": "Something that was said in an article: by whom, where and when, with offsets and reasons.",
        "type": "object",
        "properties": {**head, **claim["properties"], **rest},
        "required": [*head, *claim["required"]],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in attrs.fields(cls)]
    return {
        "description": re.sub(r"\s+", " ", (cls.__doc__ or "").split("\n\n")[0]).strip().replace("``", "`"),
        "type": "object",
        "properties": {name: _shape(hints[name], definitions) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _shape(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    kinds = alternatives(hint)
    if kinds != (hint,):
        return {"anyOf": [*(_shape(kind, definitions) for kind in kinds), _NULL]}
    if typing.get_origin(hint) is tuple:
        return {"type": "array", "items": _shape(typing.get_args(hint)[0], definitions)}
    if attrs.has(hint):
        definitions.setdefault(hint.__name__, _record(hint, definitions))
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if issubclass(hint, Enum):
        return {"enum": [item.value for item in hint]}
    if hint is int:
        return {"type": "integer", "minimum": 0}
    return _DAY if hint is dt.date else {"type": "boolean"} if hint is bool else {"type": "string"}


if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
