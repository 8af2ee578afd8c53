"""What a session is and what may happen in it: pure, standard library only, no sentences."""
