"""How one fact changes the state: a mutable builder, and one step for each kind of fact."""
