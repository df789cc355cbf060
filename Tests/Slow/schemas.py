"""Files and outputs against the JSON Schemas of their formats, by an independent validator.

    schemas.py PROGRAM PATH...

Folders: every YAML file in them. JSON files and single YAML files: as they are. Logs of rounds
(`.jsonl`): every line.
"""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Days stay as written, and the key `on` is a text, as in PARIndex."""


Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != "tag:yaml.org,2002:timestamp"
        and not (tag == "tag:yaml.org,2002:bool" and first in "oO")
    ]
    for first, resolvers in Loader.yaml_implicit_resolvers.items()
}


def named(loader: Loader, node: yaml.MappingNode) -> dict:
    """Keys are names whatever they look like: `yes` and `no` among the words of an export."""
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode):
            key.tag = "tag:yaml.org,2002:str"
    return loader.construct_mapping(node, deep=True)


Loader.add_constructor("tag:yaml.org,2002:map", named)


def documents(file: Path) -> list:
    content = file.read_bytes()
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in content.splitlines()]
    return [json.loads(content) if file.suffix == ".json" else yaml.load(content, Loader)]


def validator(program: str, name: str) -> jsonschema.protocols.Validator:
    """Of a format; of `event` as the schema of logs has it."""
    format = "log" if name == "event" else name
    schema = json.loads(subprocess.check_output([program, "schema", format]))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    if name == "event":
        schema = {key: schema[key] for key in ("$schema", "$defs")} | {"$ref": "#/$defs/event"}
    return kind(schema)


def main() -> int:
    program, *folders = sys.argv[1:]
    validators: dict[str, jsonschema.protocols.Validator] = {}
    checked, failed = 0, 0
    paths = [Path(folder) for folder in folders]
    files = [file for path in paths if path.is_dir() for file in path.rglob("*.yaml")]
    files += [path for path in paths if not path.is_dir()]
    for file in sorted(files):
        checked += 1
        for document in documents(file):
            # Only the first line of a log names its format.
            name = "event"
            if file.suffix != ".jsonl":
                name = document["format"].removeprefix("parindex/").split("@")[0]
            if name not in validators:
                validators[name] = validator(program, name)
            for error in list(validators[name].iter_errors(document))[:3]:
                failed += 1
                place = "/".join(str(step) for step in error.absolute_path)
                print(f"FAIL  {file}: {place}: {error.message[:200]}")
    kinds = ", ".join(sorted(validators))
    print(f"{'ok   ' if not failed else 'FAIL '} {checked} files against the schemas of {kinds}")
    # Shipped folders hold hundreds.
    least = 300 if any(path.is_dir() for path in paths) else len(paths)
    return 1 if failed or checked < least else 0


if __name__ == "__main__":
    sys.exit(main())
