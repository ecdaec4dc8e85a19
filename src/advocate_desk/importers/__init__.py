"""Documents and lists in: untrusted files to drafts, nothing written."""
