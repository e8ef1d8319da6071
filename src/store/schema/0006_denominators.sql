-- What stands behind a figure: persons, households or answers, where its source says so.
ALTER TABLE observation ADD COLUMN denominator_units BIGINT;  -- denominator = denominator_units / 10^denominator_places; NULL: not said
ALTER TABLE observation ADD COLUMN denominator_places BIGINT; -- decimal places of the denominator
