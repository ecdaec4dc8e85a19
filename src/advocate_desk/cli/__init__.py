"""The command line: a second front over the same desk."""
