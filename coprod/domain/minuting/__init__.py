"""The parts of making minutes: words, credits, header, places, standing."""
