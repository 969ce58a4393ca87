"""The records that stages hand on. They are frozen and import nothing else of ours."""
