"""Files that hold a contract: e-mails and archives."""
