-- The owners of a company hear of an operator who looks into it, unless their tenant does not want to.
ALTER TABLE tenants ADD COLUMN notifies_impersonation boolean NOT NULL DEFAULT true;

-- An account that an operator has locked stays locked, whoever tries whatever; waiting does not help.
ALTER TABLE users ADD COLUMN blocked_at timestamptz(3), ADD COLUMN blocked_reason text,
  ADD CONSTRAINT block_has_reason CHECK (num_nonnulls(blocked_at, blocked_reason) IN (0, 2));

CREATE FUNCTION keep_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.blocked_at IS NOT NULL THEN NEW.locked_until := timestamptz '9999-01-01 00:00:00+00';
  ELSIF OLD.blocked_at IS NOT NULL THEN NEW.locked_until := NULL; NEW.failed_login_count := 0;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_blocked BEFORE UPDATE ON users FOR EACH ROW
  WHEN (OLD.blocked_at IS NOT NULL OR NEW.blocked_at IS NOT NULL) EXECUTE FUNCTION keep_blocked();

CREATE FUNCTION refuse_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM users WHERE id = NEW.user_id AND blocked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'this account is locked' USING ERRCODE = 'AP001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_blocked BEFORE INSERT ON portal_sessions FOR EACH ROW EXECUTE FUNCTION refuse_blocked();
