-- A salon that the telephone is tried out on: it is made inside of a transaction that is undone, so nobody else ever sees it.
-- The application may make no companies of its own; this makes one that can't stay, in the company of the transaction, whose
-- id is new. What is in it comes from the same definitions that the conversations are graded by (server/calls/simulator).
SET LOCAL ROLE app_platform;
CREATE FUNCTION stage_salon(salon jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  staged uuid := app_company_id();
  house uuid := (salon ->> 'branchId')::uuid;
BEGIN
  INSERT INTO tenants (id, name, slug, status) VALUES (staged, salon ->> 'name', 'staged-' || staged, 'active');
  INSERT INTO companies (id, tenant_id, name, slug, industry, status, country, state, locale, timezone, settings)
    VALUES (staged, staged, salon ->> 'name', 'staged-' || staged, 'beauty', 'active', salon ->> 'country', salon ->> 'state',
      salon ->> 'locale', salon ->> 'timezone', jsonb_build_object('verification', salon ->> 'verification'));
  INSERT INTO branches (id, company_id, name, slug, is_default, timezone, country, state)
    VALUES (house, staged, salon ->> 'name', 'staged', true, salon ->> 'timezone', salon ->> 'country', salon ->> 'state');
  INSERT INTO services (id, company_id, name, duration_minutes, price_cents, synonyms, position)
    SELECT s.id, staged, s.name, s."durationMinutes", s."priceCents", s.synonyms, s.position
    FROM jsonb_to_recordset(salon -> 'services') AS s (id uuid, name text, "durationMinutes" int, "priceCents" int, synonyms text[], position int);
  INSERT INTO branch_services (id, company_id, branch_id, service_id)
    SELECT gen_random_uuid(), staged, house, s.id FROM services s WHERE s.company_id = staged;
  INSERT INTO staff (id, company_id, home_branch_id, name)
    SELECT p.id, staged, house, p.name FROM jsonb_to_recordset(salon -> 'staff') AS p (id uuid, name text);
  INSERT INTO staff_branches (id, company_id, staff_id, branch_id)
    SELECT gen_random_uuid(), staged, p.id, house FROM staff p WHERE p.company_id = staged;
  INSERT INTO staff_services (id, company_id, staff_id, service_id)
    SELECT gen_random_uuid(), staged, p.id, each::uuid
    FROM jsonb_to_recordset(salon -> 'staff') AS p (id uuid, "serviceIds" jsonb), jsonb_array_elements_text(p."serviceIds") AS each;
  INSERT INTO working_hours (id, company_id, owner_type, branch_id, staff_id, day_of_week, start_time, end_time)
    SELECT gen_random_uuid(), staged, owner.type::working_hour_owner, owner.branch, owner.person, day::int, salon ->> 'startTime', salon ->> 'endTime'
    FROM jsonb_array_elements_text(salon -> 'days') AS day,
      (SELECT 'branch' AS type, house AS branch, NULL::uuid AS person
        UNION ALL SELECT 'staff', NULL, p.id FROM staff p WHERE p.company_id = staged) AS owner;
  INSERT INTO customers (id, company_id, first_name, last_name, birthdate, language)
    SELECT c.id, staged, c."firstName", c."lastName", c.birthdate, coalesce(c.language, 'de')
    FROM jsonb_to_recordset(salon -> 'customers') AS c (id uuid, "firstName" text, "lastName" text, birthdate date, language text);
  INSERT INTO customer_phones (id, company_id, customer_id, e164, raw, is_primary)
    SELECT gen_random_uuid(), staged, c.id, c.phone, c.phone, true
    FROM jsonb_to_recordset(salon -> 'customers') AS c (id uuid, phone text);
  INSERT INTO policy_configurations (id, company_id, configurable_type, configurable_id, policy_type, config)
    SELECT gen_random_uuid(), staged, 'company', staged, p.type::policy_type, p.config
    FROM jsonb_to_recordset(salon -> 'policies') AS p (type text, config jsonb);
END $$;
REVOKE ALL ON FUNCTION stage_salon FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stage_salon TO app_rw;
RESET ROLE;

-- Whoever forgot to undo it can't commit it.
CREATE FUNCTION refuse_staged_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a staged salon does not outlive its transaction';
END $$;
CREATE CONSTRAINT TRIGGER staged_salon_is_undone AFTER INSERT ON companies DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.slug = 'staged-' || NEW.id) EXECUTE FUNCTION refuse_staged_company();
