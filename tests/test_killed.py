"""A run that is killed loses nothing and doubles nothing, at whatever moment it is killed."""

import subprocess
import sys
from pathlib import Path

from hudna.pipeline import link_claims
from hudna.store import open_store
from killed import MOMENTS, war

HERE = Path(__file__).parent


def test_a_run_that_is_killed_many_times_ends_as_one_that_never_was(tmp_path):
    every = war()
    reports, store = tmp_path / "reports.jsonl", tmp_path / "kadra.db"
    reports.write_text("".join(f"{one.report.model_dump_json(exclude_defaults=True)}\n" for one in every))
    done = subprocess.run(
        [sys.executable, HERE / "killed.py", reports, store],
        capture_output=True, text=True, check=False, cwd=HERE, env={"PYTHONPATH": str(HERE), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) >= len(MOMENTS) - 3, "nearly every run was killed before it could end"
    opened = open_store(store)
    try:
        assert [report.id for report in opened.reports()] == sorted(
            (one.report.id for one in every),
            key=lambda name: next((t.report.published, t.report.id) for t in every if t.report.id == name),
        )
        assert sorted(item.claim.id for item in opened.claims()) == sorted(one.claim.id for one in every)
        assert tuple(opened.incidents()) == link_claims(every).incidents
        assert opened.verify() == []
    finally:
        opened.close()
