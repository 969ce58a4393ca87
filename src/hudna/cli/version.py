"""Which coder and which linking the commands run under; see `hudna.versions`."""

from hudna.versions import coder_version, linking_version

__all__ = ["coder_version", "linking_version"]
