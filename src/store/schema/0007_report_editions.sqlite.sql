CREATE TRIGGER report_edition_is_never_updated BEFORE UPDATE ON report_edition
BEGIN SELECT RAISE(ABORT, 'a frozen report is never changed'); END;
CREATE TRIGGER report_edition_is_never_deleted BEFORE DELETE ON report_edition
BEGIN SELECT RAISE(ABORT, 'a frozen report is never deleted'); END;
CREATE TRIGGER report_file_is_never_updated BEFORE UPDATE ON report_file
BEGIN SELECT RAISE(ABORT, 'a file of a frozen report is never changed'); END;
CREATE TRIGGER report_file_is_never_deleted BEFORE DELETE ON report_file
BEGIN SELECT RAISE(ABORT, 'a file of a frozen report is never deleted'); END;
