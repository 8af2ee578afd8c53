"""The rules: for each kind of act, which facts it makes, or why not."""
