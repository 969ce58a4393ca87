"""Copy what the page of the desk is given from npm packages into the package, unchanged, with hashes.

`python tools/vendor_desk.py` runs `npm ci` in tools/desk, copies the files of FILES and
writes VENDORED.json: file, package, version, licence, SHA-256. A test makes the hashes again.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent / "desk"
THERE = Path(__file__).parents[1] / "src" / "hudna" / "serve" / "static" / "vendor"
SANS, ARABIC = "@fontsource/noto-sans", "@fontsource/noto-sans-arabic"
# Where a file is in its package, by the name it is given here.
FILES = {
    "preact.mjs": ("preact", "dist/preact.mjs"),
    "preact-hooks.mjs": ("preact", "hooks/dist/hooks.mjs"),
    "signals-core.mjs": ("@preact/signals-core", "dist/signals-core.mjs"),
    "signals.mjs": ("@preact/signals", "dist/signals.mjs"),
    "htm.mjs": ("htm", "dist/htm.mjs"),
    "uplot.mjs": ("uplot", "dist/uPlot.esm.js"),
    "uplot.css": ("uplot", "dist/uPlot.min.css"),
    "maplibre-gl.mjs": ("maplibre-gl", "dist/maplibre-gl.mjs"),
    # The map looks for its worker beside itself, under this name.
    "maplibre-gl-worker.mjs": ("maplibre-gl", "dist/maplibre-gl-worker.mjs"),
    "maplibre-gl.css": ("maplibre-gl", "dist/maplibre-gl.css"),
    "milsymbol.js": ("milsymbol", "dist/milsymbol.js"),
    "noto-sans-400.woff2": (SANS, "files/noto-sans-latin-400-normal.woff2"),
    "noto-sans-600.woff2": (SANS, "files/noto-sans-latin-600-normal.woff2"),
    "noto-sans-ext-400.woff2": (SANS, "files/noto-sans-latin-ext-400-normal.woff2"),
    "noto-sans-ext-600.woff2": (SANS, "files/noto-sans-latin-ext-600-normal.woff2"),
    "noto-sans-arabic-400.woff2": (ARABIC, "files/noto-sans-arabic-arabic-400-normal.woff2"),
    "noto-sans-arabic-600.woff2": (ARABIC, "files/noto-sans-arabic-arabic-600-normal.woff2"),
}
PACKAGES = sorted({package for package, _ in FILES.values()})


def main() -> None:
    """Install, copy, and write what was copied."""
    subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=HERE, check=True)
    THERE.mkdir(parents=True, exist_ok=True)
    rows = [copied(name, *FILES[name]) for name in sorted(FILES)]
    (THERE / "LICENCES.txt").write_text("\n\n".join(map(licence, PACKAGES)), encoding="utf-8")
    (THERE / "VENDORED.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} files, {sum((THERE / name).stat().st_size for name in FILES):,} bytes")


def licence(package: str) -> str:
    """The licence of a package as it came with it."""
    found = sorted((HERE / "node_modules" / package).glob("LICENSE*"))
    return f"==== {package}\n\n" + "\n".join(path.read_text(encoding="utf-8") for path in found)


def copied(name: str, package: str, path: str) -> dict[str, str]:
    """The file copied, and what is written of it."""
    folder = HERE / "node_modules" / package
    shutil.copyfile(folder / path, THERE / name)
    told = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    return {
        "file": name,
        "package": package,
        "version": told["version"],
        "licence": told["license"],
        "path": path,
        "sha256": hashlib.sha256((THERE / name).read_bytes()).hexdigest(),
    }


if __name__ == "__main__":
    main()
