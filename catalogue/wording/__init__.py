"""Every Vietnamese sentence of the program, one module per room; data of plans stand in `catalogue/data`."""
