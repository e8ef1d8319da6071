-- Statistics, in batches: what is seen of a source is its latest batch that is not undone.
CREATE TABLE observation_batch (
  id INTEGER PRIMARY KEY,        -- 1, 2, 3, … without gaps
  at BIGINT NOT NULL,            -- when it was imported; microseconds since 1970-01-01T00:00:00Z
  actor TEXT NOT NULL,           -- who imported it
  source TEXT NOT NULL,          -- name of the feed; a batch replaces the earlier ones of its source
  rows_imported BIGINT NOT NULL, -- number of observations in it
  undone_at BIGINT,              -- when it was undone; NULL: it counts
  undone_by TEXT                 -- who undid it
);
CREATE INDEX observation_batch_by_source ON observation_batch (source, id);

CREATE TABLE observation (
  batch BIGINT NOT NULL REFERENCES observation_batch (id),
  line BIGINT NOT NULL,          -- place in the batch, from 1, as imported
  indicator TEXT NOT NULL,       -- id of an indicator
  area_kind TEXT NOT NULL,       -- municipality, district or neighbourhood
  area TEXT NOT NULL,            -- CBS code
  period TEXT NOT NULL,          -- as written: 2021, 2021-06/2021-09 …
  first_day BIGINT NOT NULL,     -- of the period, as yyyymmdd
  last_day BIGINT NOT NULL,      -- of the period, as yyyymmdd
  units BIGINT,                  -- the value is units / 10^places; NULL when suppressed or missing
  places BIGINT,                 -- decimal places of the value
  status TEXT NOT NULL,          -- final, provisional, estimated, suppressed or missing
  citation TEXT NOT NULL,        -- id of the source that is cited
  section TEXT NOT NULL,         -- place in that source
  note TEXT NOT NULL,            -- remark, may be empty
  PRIMARY KEY (batch, line)
);
CREATE INDEX observation_by_indicator ON observation (indicator, area, first_day);
CREATE INDEX observation_by_area ON observation (area, first_day);
