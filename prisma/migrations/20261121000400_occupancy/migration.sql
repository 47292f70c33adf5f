-- Who and what is taken when. The one place that decides "is it free", for appointments, classes and holds alike.

ALTER TABLE slot_holds ALTER COLUMN expires_at SET NOT NULL;
ALTER TABLE staff_occupancies
  ADD CONSTRAINT staff_occupancies_time CHECK (blocked_until > blocked_from),
  ADD CONSTRAINT staff_occupancies_owner CHECK (num_nonnulls(appointment_id, class_session_id, hold_id) = 1);
ALTER TABLE resource_occupancies
  ADD CONSTRAINT resource_occupancies_time CHECK (blocked_until > blocked_from AND quantity > 0),
  ADD CONSTRAINT resource_occupancies_owner CHECK (num_nonnulls(appointment_id, class_session_id, hold_id) = 1);
ALTER TABLE class_places ADD CONSTRAINT class_places_owner CHECK (num_nonnulls(appointment_id, hold_id) = 1 AND places > 0);

-- Nobody is in two places: same person, overlapping, another owner. A part's own buffers and one call's offers may overlap.
ALTER TABLE staff_occupancies ADD CONSTRAINT staff_free EXCLUDE USING gist (
  company_id WITH =, staff_id WITH =, tstzrange(blocked_from, blocked_until) WITH &&,
  (coalesce(appointment_id, class_session_id, hold_id)) WITH <>);

CREATE INDEX resource_occupancies_time_idx ON resource_occupancies
  USING gist (company_id, resource_id, tstzrange(blocked_from, blocked_until));
CREATE INDEX staff_occupancies_appointment ON staff_occupancies (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX staff_occupancies_hold ON staff_occupancies (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX resource_occupancies_appointment ON resource_occupancies (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX resource_occupancies_hold ON resource_occupancies (hold_id) WHERE hold_id IS NOT NULL;
CREATE INDEX class_places_appointment ON class_places (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX class_places_hold ON class_places (hold_id) WHERE hold_id IS NOT NULL;

-- Whoever takes time sweeps the company's expired holds first, so none of them blocks anybody without a clean-up job.
-- A row that another writer is sweeping is skipped: the constraint then waits for that writer.
CREATE FUNCTION sweep_expired_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM slot_holds WHERE id IN (
    SELECT id FROM slot_holds WHERE company_id = NEW.company_id AND expires_at <= clock_timestamp() FOR UPDATE SKIP LOCKED);
  RETURN NEW;
END $$;
CREATE TRIGGER sweep_expired_holds BEFORE INSERT OR UPDATE ON staff_occupancies FOR EACH ROW EXECUTE FUNCTION sweep_expired_holds();
CREATE TRIGGER sweep_expired_holds BEFORE INSERT OR UPDATE ON resource_occupancies FOR EACH ROW EXECUTE FUNCTION sweep_expired_holds();
CREATE TRIGGER sweep_expired_holds BEFORE INSERT ON class_places FOR EACH ROW EXECUTE FUNCTION sweep_expired_holds();

-- A room with several places: the sum at each instant may not pass its capacity.
-- An UPDATE queues the writers and fails safe in REPEATABLE READ, where a lock alone would oversell.
CREATE FUNCTION check_resource_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE available int; peak int;
BEGIN
  UPDATE resources SET claims = claims + 1 WHERE company_id = NEW.company_id AND id = NEW.resource_id
    RETURNING capacity INTO STRICT available;
  WITH near AS (
    SELECT o.quantity, o.blocked_from AS from_at, o.blocked_until AS until_at
    FROM resource_occupancies o LEFT JOIN slot_holds h ON h.company_id = o.company_id AND h.id = o.hold_id
    WHERE o.company_id = NEW.company_id AND o.resource_id = NEW.resource_id
      AND tstzrange(o.blocked_from, o.blocked_until) && tstzrange(NEW.blocked_from, NEW.blocked_until)
      AND (o.hold_id IS NULL OR h.expires_at > clock_timestamp()))
  SELECT max((SELECT sum(n.quantity) FROM near n WHERE n.from_at <= p.at AND n.until_at > p.at)) INTO peak
  FROM (SELECT greatest(from_at, NEW.blocked_from) AS at FROM near) p;
  IF peak > available THEN
    RAISE EXCEPTION 'resource % is full', NEW.resource_id USING ERRCODE = '23P01', CONSTRAINT = 'resource_capacity';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER check_resource_capacity AFTER INSERT OR UPDATE ON resource_occupancies
  FOR EACH ROW EXECUTE FUNCTION check_resource_capacity();

-- A class: its places feed a counter, and the counter's CHECK decides.
CREATE FUNCTION count_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE class_sessions SET places_taken = places_taken - OLD.places WHERE company_id = OLD.company_id AND id = OLD.class_session_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE class_sessions SET places_taken = places_taken + NEW.places WHERE company_id = NEW.company_id AND id = NEW.class_session_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_places AFTER INSERT OR UPDATE OR DELETE ON class_places FOR EACH ROW EXECUTE FUNCTION count_places();

-- Status and time can't drift apart: leaving an active status frees in the same statement …
CREATE FUNCTION free_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM staff_occupancies WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  DELETE FROM resource_occupancies WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  DELETE FROM class_places WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER free_time AFTER UPDATE OF status ON appointments FOR EACH ROW
  WHEN (NEW.status IN ('cancelled', 'no_show')) EXECUTE FUNCTION free_time();

-- … and an active appointment that occupies nothing is refused at commit.
CREATE FUNCTION require_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appointments WHERE id = NEW.id AND status IN ('pending', 'confirmed', 'in_progress'))
    AND NOT EXISTS (SELECT FROM staff_occupancies WHERE appointment_id = NEW.id)
    AND NOT EXISTS (SELECT FROM class_places WHERE appointment_id = NEW.id)
  THEN
    RAISE EXCEPTION 'appointment % occupies nothing', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'appointment_occupies_time';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER require_time AFTER INSERT OR UPDATE OF status ON appointments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_time();
