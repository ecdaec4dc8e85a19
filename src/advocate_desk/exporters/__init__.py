"""Documents out: compose neutral blocks, then write them."""
