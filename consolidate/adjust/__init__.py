"""Staff's own work in the master: read from the previous one, put in force, carried into the next."""
