"""What is sealed and signed: the only place for cryptography."""
