-- Whether what was freed could be had as if it were asked for today: not from somebody who has left, at a time that was taken
-- at another calendar, or in a class that was moved or cancelled itself. Whatever step is taken back, this is asked first; what
-- others have booked meanwhile is found by the constraints.
CREATE FUNCTION is_still_free(p_freed freed_times, p_place appointments) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM jsonb_populate_recordset(NULL::staff_occupancies, p_freed.staff) o
      LEFT JOIN staff s ON s.company_id = o.company_id AND s.id = o.staff_id
      WHERE s.deleted_at IS NOT NULL OR EXISTS (SELECT FROM busy_times b WHERE b.company_id = o.company_id
        AND b.staff_id = o.staff_id AND b.starts_at < o.blocked_until AND b.ends_at > o.blocked_from))
    AND (p_place.class_session_id IS NULL OR EXISTS (SELECT FROM class_sessions c WHERE c.company_id = p_freed.company_id
      AND c.id = p_place.class_session_id AND c.cancelled_at IS NULL AND c.starts_at = p_place.starts_at
      AND c.staff_id = p_place.staff_id))
$$;
REVOKE ALL ON FUNCTION is_still_free(freed_times, appointments) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_still_free(freed_times, appointments) TO app_rw, app_platform;

-- Occupies it again, all of it; false when any part was taken meanwhile, and then none of it is.
CREATE OR REPLACE FUNCTION restore_time(p_appointment uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  freed freed_times;
  place appointments;
BEGIN
  DELETE FROM freed_times WHERE company_id = app_company_id() AND appointment_id = p_appointment RETURNING * INTO freed;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT * INTO place FROM appointments WHERE company_id = app_company_id() AND id = p_appointment;
  IF NOT is_still_free(freed, place) THEN RETURN false; END IF;
  BEGIN
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

-- Back to where it stood before it was moved, all of it; false when any part was taken meanwhile, and then nothing is changed.
CREATE OR REPLACE FUNCTION undo_move(p_appointment uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  freed freed_times;
  before appointments;
BEGIN
  DELETE FROM freed_times WHERE company_id = app_company_id() AND appointment_id = p_appointment AND moved IS NOT NULL
    RETURNING * INTO freed;
  IF NOT FOUND THEN RETURN false; END IF;
  before := jsonb_populate_record(NULL::appointments, freed.moved -> 'appointment');
  IF NOT is_still_free(freed, before) THEN RETURN false; END IF;
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
