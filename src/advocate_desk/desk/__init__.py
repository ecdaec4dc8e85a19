"""What a user can do: one method a verb, one transaction each."""
