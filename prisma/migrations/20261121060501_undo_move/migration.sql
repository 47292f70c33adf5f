-- Where an appointment stood before it was moved, beside what it occupied there: a move that was a slip of the hand goes back
-- to exactly that. Null where the time was freed by a cancellation or a no-show.
ALTER TABLE freed_times ADD COLUMN moved jsonb;

CREATE FUNCTION remember_time(p_company uuid, p_appointment uuid, p_moved jsonb) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM freed_times WHERE (company_id, appointment_id) IN (
    SELECT company_id, appointment_id FROM freed_times
    WHERE company_id = p_company AND freed_at < now() - interval '1 hour' FOR UPDATE SKIP LOCKED);
  INSERT INTO freed_times (company_id, appointment_id, moved, staff, resources, places) VALUES (p_company, p_appointment, p_moved,
      coalesce((SELECT jsonb_agg(to_jsonb(o)) FROM staff_occupancies o WHERE o.company_id = p_company AND o.appointment_id = p_appointment), '[]'),
      coalesce((SELECT jsonb_agg(to_jsonb(o)) FROM resource_occupancies o WHERE o.company_id = p_company AND o.appointment_id = p_appointment), '[]'),
      coalesce((SELECT jsonb_agg(to_jsonb(o)) FROM class_places o WHERE o.company_id = p_company AND o.appointment_id = p_appointment), '[]'))
    ON CONFLICT (company_id, appointment_id) DO UPDATE SET moved = EXCLUDED.moved, staff = EXCLUDED.staff,
      resources = EXCLUDED.resources, places = EXCLUDED.places, freed_at = EXCLUDED.freed_at;
END $$;
REVOKE ALL ON FUNCTION remember_time(uuid, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remember_time(uuid, uuid, jsonb) TO app_rw, app_platform;

CREATE OR REPLACE FUNCTION free_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM remember_time(NEW.company_id, NEW.id, NULL);
  DELETE FROM staff_occupancies WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  DELETE FROM resource_occupancies WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  DELETE FROM class_places WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  RETURN NULL;
END $$;

-- The row is changed first, then what it occupies: here both are still as they were.
CREATE FUNCTION remember_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM remember_time(NEW.company_id, NEW.id, jsonb_build_object(
    'appointment', jsonb_build_object('staff_id', OLD.staff_id, 'class_session_id', OLD.class_session_id,
      'booking_type', OLD.booking_type, 'starts_at', OLD.starts_at, 'ends_at', OLD.ends_at, 'blocked_from', OLD.blocked_from,
      'blocked_until', OLD.blocked_until, 'parts', OLD.parts, 'move_count', OLD.move_count),
    'segments', coalesce((SELECT jsonb_agg(to_jsonb(s)) FROM appointment_segments s
      WHERE s.company_id = NEW.company_id AND s.appointment_id = NEW.id), '[]')));
  RETURN NULL;
END $$;
CREATE TRIGGER remember_place AFTER UPDATE OF starts_at, ends_at, staff_id, class_session_id ON appointments FOR EACH ROW
  WHEN (NEW.status IN ('pending', 'confirmed')
    AND (OLD.starts_at, OLD.ends_at, OLD.staff_id, OLD.class_session_id)
      IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.staff_id, NEW.class_session_id))
  EXECUTE FUNCTION remember_place();

-- Back to where it stood before it was moved, all of it; false when any part was taken meanwhile, and then nothing is changed.
CREATE FUNCTION undo_move(p_appointment uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  freed freed_times;
  before appointments;
BEGIN
  DELETE FROM freed_times WHERE company_id = app_company_id() AND appointment_id = p_appointment AND moved IS NOT NULL
    RETURNING * INTO freed;
  IF NOT FOUND THEN RETURN false; END IF;
  before := jsonb_populate_record(NULL::appointments, freed.moved -> 'appointment');
  -- Somebody who has left, a time that was taken at another calendar, a class that was moved or cancelled itself.
  IF EXISTS (SELECT FROM jsonb_populate_recordset(NULL::staff_occupancies, freed.staff) o
      LEFT JOIN staff s ON s.company_id = o.company_id AND s.id = o.staff_id
      WHERE s.deleted_at IS NOT NULL OR EXISTS (SELECT FROM busy_times b WHERE b.company_id = o.company_id
        AND b.staff_id = o.staff_id AND b.starts_at < o.blocked_until AND b.ends_at > o.blocked_from))
    OR before.class_session_id IS NOT NULL AND NOT EXISTS (SELECT FROM class_sessions c WHERE c.company_id = app_company_id()
      AND c.id = before.class_session_id AND c.cancelled_at IS NULL AND c.starts_at = before.starts_at AND c.staff_id = before.staff_id)
  THEN RETURN false; END IF;
  BEGIN
    UPDATE appointments a SET staff_id = before.staff_id, class_session_id = before.class_session_id,
        booking_type = before.booking_type, starts_at = before.starts_at, ends_at = before.ends_at,
        blocked_from = before.blocked_from, blocked_until = before.blocked_until, parts = before.parts, move_count = before.move_count
      WHERE a.company_id = app_company_id() AND a.id = p_appointment;
    DELETE FROM staff_occupancies WHERE company_id = app_company_id() AND appointment_id = p_appointment;
    DELETE FROM resource_occupancies WHERE company_id = app_company_id() AND appointment_id = p_appointment;
    DELETE FROM class_places WHERE company_id = app_company_id() AND appointment_id = p_appointment;
    DELETE FROM appointment_segments WHERE company_id = app_company_id() AND appointment_id = p_appointment;
    INSERT INTO appointment_segments SELECT s.* FROM jsonb_populate_recordset(NULL::appointment_segments, freed.moved -> 'segments') s;
    INSERT INTO staff_occupancies SELECT o.* FROM jsonb_populate_recordset(NULL::staff_occupancies, freed.staff) o
      ORDER BY o.staff_id, o.blocked_from;
    INSERT INTO resource_occupancies SELECT o.* FROM jsonb_populate_recordset(NULL::resource_occupancies, freed.resources) o
      ORDER BY o.resource_id, o.blocked_from;
    INSERT INTO class_places SELECT o.* FROM jsonb_populate_recordset(NULL::class_places, freed.places) o
      ORDER BY o.class_session_id;
  EXCEPTION WHEN exclusion_violation OR check_violation OR foreign_key_violation THEN
    RETURN false;
  END;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION undo_move(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION undo_move(uuid) TO app_rw, app_platform;

-- A step that is taken back is taken out of the month in which it was counted, with the violation that came with it; a move too.
CREATE OR REPLACE FUNCTION count_modification() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone text := CASE WHEN NEW.type = 'restored' THEN coalesce(NEW.old_values ->> 'status',
    CASE WHEN NEW.old_values ->> 'startsAt' <> NEW.new_values ->> 'startsAt' THEN 'rescheduled' END) END;
  step timestamptz;
  counted_at timestamptz := NEW.occurred_at;
  cancelled int := (NEW.type = 'cancelled')::int;
  rescheduled int := (NEW.type = 'rescheduled')::int;
  violated int := (NEW.type = 'violation')::int;
  stayed_away int := (NEW.type = 'status_changed' AND NEW.new_values ->> 'status' = 'no_show')::int;
  month_of date;
BEGIN
  IF NEW.type = 'created' THEN RETURN NULL; END IF;
  IF undone IN ('cancelled', 'no_show', 'rescheduled') THEN
    SELECT max(m.occurred_at) INTO step FROM appointment_modifications m
      WHERE m.company_id = NEW.company_id AND m.appointment_id = NEW.appointment_id
        AND (m.type::text = undone OR (m.type = 'status_changed' AND m.new_values ->> 'status' = undone));
    IF step IS NOT NULL THEN
      counted_at := step;
      cancelled := -(undone = 'cancelled')::int;
      rescheduled := -(undone = 'rescheduled')::int;
      stayed_away := -(undone = 'no_show')::int;
      violated := -(SELECT count(*) FROM appointment_modifications m WHERE m.company_id = NEW.company_id
        AND m.appointment_id = NEW.appointment_id AND m.type = 'violation' AND m.occurred_at = step);
    END IF;
  END IF;
  SELECT date_trunc('month', counted_at AT TIME ZONE c.timezone)::date INTO month_of FROM companies c WHERE c.id = NEW.company_id;
  INSERT INTO appointment_modification_stats AS stat (company_id, customer_id, month, modification_count, cancellation_count,
      reschedule_count, violation_count, no_show_count, last_modification_at)
    VALUES (NEW.company_id, NEW.customer_id, month_of, 1, cancelled, rescheduled, violated, stayed_away, NEW.occurred_at)
    ON CONFLICT (company_id, customer_id, month) DO UPDATE SET
      modification_count = stat.modification_count + 1,
      cancellation_count = stat.cancellation_count + cancelled,
      reschedule_count = stat.reschedule_count + rescheduled,
      violation_count = stat.violation_count + violated,
      no_show_count = stat.no_show_count + stayed_away,
      last_modification_at = greatest(stat.last_modification_at, NEW.occurred_at);
  INSERT INTO appointment_modification_stats AS stat (company_id, customer_id, appointment_id, modification_count,
      cancellation_count, reschedule_count, violation_count, no_show_count, last_modification_at)
    VALUES (NEW.company_id, NEW.customer_id, NEW.appointment_id, 1, cancelled, rescheduled, violated, stayed_away, NEW.occurred_at)
    ON CONFLICT (company_id, appointment_id) DO UPDATE SET
      modification_count = stat.modification_count + 1,
      cancellation_count = stat.cancellation_count + cancelled,
      reschedule_count = stat.reschedule_count + rescheduled,
      violation_count = stat.violation_count + violated,
      no_show_count = stat.no_show_count + stayed_away,
      last_modification_at = greatest(stat.last_modification_at, NEW.occurred_at);
  RETURN NULL;
END $$;
