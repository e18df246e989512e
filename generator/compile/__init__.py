"""Pages of blocks, without markup."""
