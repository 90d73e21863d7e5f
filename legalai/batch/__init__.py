"""A folder of contracts: reviewed by local processes, and gone on with where it was left."""
