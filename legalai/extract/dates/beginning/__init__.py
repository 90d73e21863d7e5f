"""When a contract is made and takes effect."""
