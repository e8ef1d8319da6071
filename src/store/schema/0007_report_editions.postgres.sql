ALTER TABLE report_file DROP CONSTRAINT report_file_edition_fkey;
ALTER TABLE report_edition ALTER COLUMN number TYPE BIGINT;
ALTER TABLE report_file ALTER COLUMN edition TYPE BIGINT;
ALTER TABLE report_file ADD FOREIGN KEY (edition) REFERENCES report_edition (number);
CREATE TRIGGER report_edition_is_never_changed BEFORE UPDATE OR DELETE ON report_edition
FOR EACH ROW EXECUTE FUNCTION koers_refuse_change();
CREATE TRIGGER report_edition_is_never_emptied BEFORE TRUNCATE ON report_edition
FOR EACH STATEMENT EXECUTE FUNCTION koers_refuse_change();
CREATE TRIGGER report_file_is_never_changed BEFORE UPDATE OR DELETE ON report_file
FOR EACH ROW EXECUTE FUNCTION koers_refuse_change();
CREATE TRIGGER report_file_is_never_emptied BEFORE TRUNCATE ON report_file
FOR EACH STATEMENT EXECUTE FUNCTION koers_refuse_change();
