CREATE TRIGGER audit_entry_is_never_updated BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END;
CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'an audit entry is never deleted'); END;
