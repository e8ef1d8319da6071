-- Who may log in, who is logged in, and the brake on guessing.
CREATE TABLE account (
  number INTEGER PRIMARY KEY,    -- order in which they were made
  id TEXT NOT NULL UNIQUE,       -- as named in the ledger and the audit trail
  login TEXT NOT NULL,           -- as typed when made
  login_folded TEXT NOT NULL UNIQUE, -- the same in lower case: what is compared
  display_name TEXT NOT NULL,    -- for people
  password_hash TEXT NOT NULL,   -- argon2id with parameters and salt; empty: no password
  disabled INTEGER NOT NULL,     -- 1: may not log in
  created BIGINT NOT NULL,       -- microseconds since 1970-01-01T00:00:00Z
  revision INTEGER NOT NULL      -- 1 when made, one more with each update
);

CREATE TABLE account_role (
  account TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL,            -- name of a Role
  PRIMARY KEY (account, role)
);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,   -- BLAKE2b-256 of the secret in the cookie
  account TEXT NOT NULL REFERENCES account (id),
  created BIGINT NOT NULL,       -- microseconds since 1970-01-01T00:00:00Z
  last_seen BIGINT NOT NULL,     -- the same
  expires BIGINT NOT NULL,       -- the same
  csrf_hash TEXT NOT NULL        -- BLAKE2b-256 of the secret in the forms
);
CREATE INDEX session_by_account ON session (account);
CREATE INDEX session_by_expiry ON session (expires);

CREATE TABLE setup_token (
  token_hash TEXT PRIMARY KEY,   -- BLAKE2b-256 of the secret in the link
  purpose TEXT NOT NULL,         -- what it may be used for
  account TEXT REFERENCES account (id), -- whom it is for
  created BIGINT NOT NULL,       -- microseconds since 1970-01-01T00:00:00Z
  expires BIGINT NOT NULL,       -- the same
  used BIGINT                    -- the same; NULL: not yet
);

CREATE TABLE attempt (
  attempt_key TEXT PRIMARY KEY,  -- BLAKE2b-256 of what is counted, such as a login or an address
  window_start BIGINT NOT NULL,  -- microseconds since 1970-01-01T00:00:00Z
  occurrences BIGINT NOT NULL    -- since then
);
CREATE INDEX attempt_by_window ON attempt (window_start);
