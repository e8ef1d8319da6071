-- The ledger of revisions, and the recorded ends of the hash chains.
CREATE TABLE revision (
  seq INTEGER PRIMARY KEY,       -- place in the ledger: 1, 2, 3, … without gaps
  kind TEXT NOT NULL,            -- name of a Kind
  id TEXT NOT NULL,              -- of the document, unique within its kind
  rev INTEGER NOT NULL,          -- revision of the document: 1, 2, 3, … without gaps
  at BIGINT NOT NULL,            -- microseconds since 1970-01-01T00:00:00Z; never less than that of an earlier seq
  actor TEXT NOT NULL,           -- account that wrote it, or the name of a program
  decision TEXT,                 -- decision that it rests on
  body TEXT,                     -- canonical JSON; NULL: the document is withdrawn
  previous_hash TEXT NOT NULL,   -- hash of seq - 1; 64 zeros for the first
  hash TEXT NOT NULL,            -- BLAKE2b-256 over all other fields, 64 hexadecimal digits
  UNIQUE (kind, id, rev)
);
CREATE INDEX revision_by_moment ON revision (kind, id, at, rev);
CREATE INDEX revision_first ON revision (seq) WHERE rev = 1;

CREATE TABLE chain_head (
  chain TEXT PRIMARY KEY,        -- ledger or audit
  seq BIGINT NOT NULL,           -- of the last entry, 0 when there is none: shows when the end is cut off
  hash TEXT NOT NULL,            -- of the last entry
  at BIGINT NOT NULL             -- of the last entry
);
INSERT INTO chain_head (chain, seq, hash, at)
VALUES ('ledger', 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);
