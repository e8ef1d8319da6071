-- Runs of the engines, with all that is needed to repeat them.
CREATE TABLE run (
  number INTEGER PRIMARY KEY,    -- order in which they were added
  id TEXT NOT NULL UNIQUE,       -- chosen by the caller
  engine TEXT NOT NULL,          -- which engine
  version TEXT NOT NULL,         -- of the program
  inputs_hash TEXT NOT NULL,     -- of all that went in
  parameters TEXT NOT NULL,      -- JSON
  seed BIGINT NOT NULL,          -- of the random numbers; 64 bits, read as unsigned
  started BIGINT NOT NULL,       -- microseconds since 1970-01-01T00:00:00Z
  finished BIGINT,               -- the same; NULL while running
  state TEXT NOT NULL,           -- name of a RunState
  results TEXT                   -- JSON; NULL when there are none
);
CREATE INDEX run_by_engine ON run (engine, number);
