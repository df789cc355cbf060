"""Files and outputs against the JSON Schemas of their formats, by an independent validator.

    schemas.py PROGRAM PATH...

Folders: every YAML file in them. JSON files and single YAML files: as they are.
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


def main() -> int:
    program, *folders = sys.argv[1:]
    validators: dict[str, jsonschema.protocols.Validator] = {}
    checked, failed = 0, 0
    paths = [Path(folder) for folder in folders]
    files = [file for path in paths if path.is_dir() for file in path.rglob("*.yaml")]
    files += [path for path in paths if not path.is_dir()]
    for file in sorted(files):
        content = file.read_bytes()
        document = json.loads(content) if file.suffix == ".json" else yaml.load(content, Loader)
        name = document["format"].removeprefix("parindex/").split("@")[0]
        if name not in validators:
            schema = json.loads(subprocess.check_output([program, "schema", name]))
            kind = jsonschema.validators.validator_for(schema)
            kind.check_schema(schema)
            validators[name] = kind(schema)
        checked += 1
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
