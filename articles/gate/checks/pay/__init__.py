"""Pay typed in the text: whose figures they are, in which currency, the right way round and without slips."""
