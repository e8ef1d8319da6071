-- Who did or tried what: a second hash chain.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,       -- 1, 2, 3, … without gaps
  at BIGINT NOT NULL,            -- microseconds since 1970-01-01T00:00:00Z
  actor TEXT NOT NULL,           -- account, or who tried to be one
  action TEXT NOT NULL,          -- such as login
  subject TEXT NOT NULL,         -- what it was done to
  outcome TEXT NOT NULL,         -- such as allowed, refused
  address_prefix TEXT,           -- network that the request came from, never a whole address
  previous_hash TEXT NOT NULL,   -- hash of seq - 1; 64 zeros for the first
  hash TEXT NOT NULL             -- BLAKE2b-256 over all other fields, 64 hexadecimal digits
);
CREATE INDEX audit_entry_by_actor ON audit_entry (actor, seq);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, seq);
INSERT INTO chain_head (chain, seq, hash, at)
VALUES ('audit', 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);
