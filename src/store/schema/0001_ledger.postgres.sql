ALTER TABLE revision ALTER COLUMN seq TYPE BIGINT;
CREATE FUNCTION koers_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME; END
$$;
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE OR DELETE ON revision
FOR EACH ROW EXECUTE FUNCTION koers_refuse_change();
CREATE TRIGGER revision_is_never_emptied BEFORE TRUNCATE ON revision
FOR EACH STATEMENT EXECUTE FUNCTION koers_refuse_change();
