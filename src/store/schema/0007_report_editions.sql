-- Reports that were frozen: kept for ever as they were made.
CREATE TABLE report_edition (
  number INTEGER PRIMARY KEY,    -- 1, 2, 3, … in the order in which they were frozen
  id TEXT NOT NULL UNIQUE,       -- kind, area, label, and a number when those are not new
  kind TEXT NOT NULL,            -- such as state_of_the_city
  label TEXT NOT NULL,           -- a year, or the day that the report speaks of
  area TEXT,                     -- code of the area that it is about; NULL: the whole city
  report_date TEXT NOT NULL,     -- the day that the report speaks of
  at BIGINT NOT NULL,            -- when it was frozen: microseconds since 1970-01-01T00:00:00Z
  actor TEXT NOT NULL,           -- account that froze it, or the name of a program
  ledger_seq BIGINT NOT NULL,    -- last entry of the ledger that went in
  ledger_hash TEXT NOT NULL,     -- of that entry
  observations_version BIGINT NOT NULL, -- of the figures that went in
  version TEXT NOT NULL,         -- of the program
  previous_hash TEXT NOT NULL,   -- hash of number - 1; 64 zeros for the first
  hash TEXT NOT NULL             -- BLAKE2b-256 over all other fields and the hashes of its files, 64 hexadecimal digits
);
CREATE TABLE report_file (
  edition INTEGER NOT NULL REFERENCES report_edition (number),
  language TEXT NOT NULL,        -- nl or en
  format TEXT NOT NULL,          -- html, pdf, xlsx or csv
  size BIGINT NOT NULL,          -- bytes
  hash TEXT NOT NULL,            -- BLAKE2b-256 over the bytes
  content TEXT NOT NULL,         -- the bytes in base64
  PRIMARY KEY (edition, language, format)
);
INSERT INTO chain_head (chain, seq, hash, at)
VALUES ('report', 0, '0000000000000000000000000000000000000000000000000000000000000000', 0);
