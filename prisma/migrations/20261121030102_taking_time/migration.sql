-- Rooms, devices and places are taken as people's time is: all that was asked for, or nothing and a no that leaves the
-- transaction usable. Rows are taken in one order by everybody: people, then resources, then classes, each by their ids.
CREATE FUNCTION take_resources(p_company uuid, p_appointment uuid, p_parts jsonb) RETURNS boolean
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO resource_occupancies (company_id, appointment_id, resource_id, quantity, blocked_from, blocked_until)
  SELECT p_company, p_appointment, part."resourceId", part.quantity, part."blockedFrom", part."blockedUntil"
  FROM jsonb_to_recordset(p_parts) AS part ("resourceId" uuid, quantity int, "blockedFrom" timestamptz, "blockedUntil" timestamptz)
  ORDER BY part."resourceId", part."blockedFrom";
  RETURN true;
EXCEPTION WHEN exclusion_violation THEN
  RETURN false;
END $$;

CREATE FUNCTION take_places(p_company uuid, p_appointment uuid, p_session uuid, p_places int) RETURNS boolean
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO class_places (company_id, appointment_id, class_session_id, places)
  VALUES (p_company, p_appointment, p_session, p_places);
  RETURN true;
EXCEPTION WHEN check_violation THEN
  RETURN false;
END $$;

-- What the offers of one call need of resources. Only one of them will be taken: where they overlap, the largest counts.
CREATE FUNCTION resources_of_offers(p_offers jsonb, p_positions int[])
  RETURNS TABLE (resource_id uuid, quantity int, blocked_from timestamptz, blocked_until timestamptz)
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  WITH needs AS (
    SELECT (offer ->> 'position')::int AS position, (need ->> 'resourceId')::uuid AS resource, (need ->> 'quantity')::int AS quantity,
      (part ->> 'blockedFrom')::float8 AS since, (part ->> 'blockedUntil')::float8 AS till
    FROM jsonb_array_elements(p_offers) AS offer, jsonb_array_elements(offer -> 'segments') AS part, jsonb_array_elements(part -> 'resources') AS need
    WHERE (offer ->> 'position')::int = ANY (p_positions)),
  edges AS (SELECT resource, since AS at FROM needs UNION SELECT resource, till FROM needs),
  spans AS (SELECT resource, at AS since, lead(at) OVER (PARTITION BY resource ORDER BY at) AS till FROM edges),
  sums AS (
    SELECT s.resource, s.since, s.till, n.position, sum(n.quantity) AS quantity
    FROM spans s JOIN needs n ON n.resource = s.resource AND n.since < s.till AND n.till > s.since
    GROUP BY 1, 2, 3, 4)
  SELECT resource, max(quantity)::int, to_timestamp(since / 1000), to_timestamp(till / 1000) FROM sums GROUP BY resource, since, till
$$;

-- Offers slots to a call in one round trip, each with all of its people, resources and places: they take the place of the
-- call's earlier ones, and those that somebody else took a part of meanwhile are left out. Says the positions of those held.
CREATE OR REPLACE FUNCTION hold_offers(p_company uuid, p_call uuid, p_hold uuid, p_offers jsonb, p_expires timestamptz) RETURNS int[]
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE held int[]; kept int[]; candidate int; class record;
BEGIN
  DELETE FROM slot_holds WHERE id IN (
    SELECT id FROM slot_holds WHERE company_id = p_company AND expires_at <= clock_timestamp() FOR UPDATE SKIP LOCKED);
  INSERT INTO slot_holds (id, company_id, call_id, offers, expires_at) VALUES (p_hold, p_company, p_call, p_offers, p_expires)
    ON CONFLICT (company_id, call_id) DO UPDATE SET offers = excluded.offers, expires_at = excluded.expires_at, updated_at = now()
    RETURNING id INTO p_hold;
  DELETE FROM staff_occupancies WHERE company_id = p_company AND hold_id = p_hold;
  DELETE FROM resource_occupancies WHERE company_id = p_company AND hold_id = p_hold;
  DELETE FROM class_places WHERE company_id = p_company AND hold_id = p_hold;

  WITH offered AS (SELECT (offer ->> 'position')::int AS position, offer FROM jsonb_array_elements(p_offers) AS offer),
  wanted AS (
    SELECT o.position, person.id::uuid AS staff_id, to_timestamp((part ->> 'blockedFrom')::float8 / 1000) AS since,
      to_timestamp((part ->> 'blockedUntil')::float8 / 1000) AS till
    FROM offered o, jsonb_array_elements(o.offer -> 'segments') AS part,
      LATERAL (SELECT part ->> 'staffId' AS id WHERE (part ->> 'occupiesStaff')::boolean
        UNION ALL SELECT jsonb_array_elements_text(part -> 'furtherStaffIds')) AS person
    WHERE NOT o.offer ? 'session'),
  taken AS (
    INSERT INTO staff_occupancies (company_id, hold_id, segment, staff_id, blocked_from, blocked_until)
    SELECT p_company, p_hold, position, staff_id, since, till FROM wanted ORDER BY staff_id, since
    ON CONFLICT ON CONSTRAINT staff_free DO NOTHING
    RETURNING segment)
  SELECT coalesce(array_agg(o.position ORDER BY o.position), '{}') INTO held FROM offered o
  WHERE (SELECT count(*) FROM wanted w WHERE w.position = o.position) = (SELECT count(*) FROM taken t WHERE t.segment = o.position);

  IF EXISTS (SELECT FROM resources_of_offers(p_offers, held)) THEN
    PERFORM FROM resources WHERE company_id = p_company
      AND id IN (SELECT n.resource_id FROM resources_of_offers(p_offers, held) n) ORDER BY id FOR NO KEY UPDATE;
    kept := '{}';
    FOREACH candidate IN ARRAY held LOOP
      BEGIN
        DELETE FROM resource_occupancies WHERE company_id = p_company AND hold_id = p_hold;
        INSERT INTO resource_occupancies (company_id, hold_id, resource_id, quantity, blocked_from, blocked_until)
        SELECT p_company, p_hold, n.resource_id, n.quantity, n.blocked_from, n.blocked_until
        FROM resources_of_offers(p_offers, kept || candidate) n ORDER BY 3, 5;
        kept := kept || candidate;
      EXCEPTION WHEN exclusion_violation THEN NULL;
      END;
    END LOOP;
    held := kept;
  END IF;

  FOR class IN
    SELECT (offer ->> 'position')::int AS position, (offer -> 'session' ->> 'id')::uuid AS session, (offer ->> 'partySize')::int AS places
    FROM jsonb_array_elements(p_offers) AS offer WHERE offer ? 'session' ORDER BY 2
  LOOP
    IF NOT take_held_places(p_company, p_hold, class.session, class.places) THEN held := array_remove(held, class.position); END IF;
  END LOOP;

  IF cardinality(held) < jsonb_array_length(p_offers) THEN
    DELETE FROM staff_occupancies WHERE company_id = p_company AND hold_id = p_hold AND segment <> ALL (held);
    UPDATE slot_holds SET offers = (
      SELECT coalesce(jsonb_agg(offer ORDER BY nr), '[]') FROM jsonb_array_elements(p_offers) WITH ORDINALITY AS o (offer, nr)
      WHERE (offer ->> 'position')::int = ANY (held))
    WHERE company_id = p_company AND id = p_hold;
  END IF;
  RETURN held;
END $$;

CREATE FUNCTION take_held_places(p_company uuid, p_hold uuid, p_session uuid, p_places int) RETURNS boolean
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO class_places (company_id, hold_id, class_session_id, places) VALUES (p_company, p_hold, p_session, p_places);
  RETURN true;
EXCEPTION WHEN check_violation THEN
  RETURN false;
END $$;
