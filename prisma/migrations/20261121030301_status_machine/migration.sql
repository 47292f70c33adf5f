-- Taking back the last step, and taking over appointments from elsewhere, are rights of their own.
SET LOCAL ROLE app_platform;
INSERT INTO permissions (id, key) SELECT gen_random_uuid(), unnest(ARRAY['restore_appointments', 'import_appointments'])
  ON CONFLICT (key) DO NOTHING;
RESET ROLE;

-- What an appointment occupied when it was cancelled, so that taking the step back occupies exactly that again: people
-- with their buffers, further people, rooms and places. Nobody can take a step back after a quarter of an hour.
CREATE TABLE freed_times (
  company_id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  staff jsonb NOT NULL,
  resources jsonb NOT NULL,
  places jsonb NOT NULL,
  freed_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT freed_times_pkey PRIMARY KEY (company_id, appointment_id),
  CONSTRAINT freed_times_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT freed_times_company_id_appointment_id_fkey FOREIGN KEY (company_id, appointment_id)
    REFERENCES appointments (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX freed_times_company_id_freed_at_idx ON freed_times (company_id, freed_at);
ALTER TABLE freed_times ENABLE ROW LEVEL SECURITY;
ALTER TABLE freed_times FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON freed_times USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON freed_times TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON freed_times TO app_rw, app_platform;

CREATE OR REPLACE FUNCTION free_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM freed_times WHERE (company_id, appointment_id) IN (
    SELECT company_id, appointment_id FROM freed_times
    WHERE company_id = NEW.company_id AND freed_at < now() - interval '1 hour' FOR UPDATE SKIP LOCKED);
  INSERT INTO freed_times (company_id, appointment_id, staff, resources, places) VALUES (NEW.company_id, NEW.id,
      coalesce((SELECT jsonb_agg(to_jsonb(o)) FROM staff_occupancies o WHERE o.company_id = NEW.company_id AND o.appointment_id = NEW.id), '[]'),
      coalesce((SELECT jsonb_agg(to_jsonb(o)) FROM resource_occupancies o WHERE o.company_id = NEW.company_id AND o.appointment_id = NEW.id), '[]'),
      coalesce((SELECT jsonb_agg(to_jsonb(o)) FROM class_places o WHERE o.company_id = NEW.company_id AND o.appointment_id = NEW.id), '[]'))
    ON CONFLICT (company_id, appointment_id) DO UPDATE SET staff = EXCLUDED.staff, resources = EXCLUDED.resources,
      places = EXCLUDED.places, freed_at = EXCLUDED.freed_at;
  DELETE FROM staff_occupancies WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  DELETE FROM resource_occupancies WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  DELETE FROM class_places WHERE company_id = NEW.company_id AND appointment_id = NEW.id;
  RETURN NULL;
END $$;

-- Occupies it again, all of it; false when any part was taken meanwhile, and then none of it is.
CREATE FUNCTION restore_time(p_appointment uuid) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE freed freed_times;
BEGIN
  DELETE FROM freed_times WHERE company_id = app_company_id() AND appointment_id = p_appointment RETURNING * INTO freed;
  IF NOT FOUND THEN RETURN false; END IF;
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
REVOKE ALL ON FUNCTION restore_time(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION restore_time(uuid) TO app_rw, app_platform;
