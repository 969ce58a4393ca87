"""Write docs/schema/ from the records: `python tools/write_schema.py`; the tests compare.

The same as `hudna schema --out docs/schema`. Nobody edits the JSON by hand.
"""

import sys
from pathlib import Path

from hudna.cli.outputs import print_schema

FOLDER = Path(__file__).parents[1] / "docs" / "schema"

if __name__ == "__main__":
    sys.exit(print_schema(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
