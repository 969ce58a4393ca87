"""Report → Reading: which language, which sentences, which clauses; offsets always hold."""
