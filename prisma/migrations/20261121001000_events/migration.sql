-- An event is a row, written in the transaction of the change that it tells of. On commit the publisher wakes up,
-- and every open page of the company hears of it.
CREATE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE message text;
BEGIN
  PERFORM pg_notify('outbox', '');
  -- A delivery that is still to be worked on is nothing that a page shows.
  IF NEW.company_id IS NOT NULL AND NEW.name NOT LIKE '%/webhook.received' THEN
    message := jsonb_build_object('id', NEW.id, 'companyId', NEW.company_id, 'name', NEW.name, 'data', NEW.payload)::text;
    -- A notification may hold 8,000 bytes: a larger event is announced without its data.
    IF octet_length(message) > 7500 THEN
      message := jsonb_build_object('id', NEW.id, 'companyId', NEW.company_id, 'name', NEW.name)::text;
    END IF;
    PERFORM pg_notify('live', message);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_event AFTER INSERT ON outbox_events FOR EACH ROW EXECUTE FUNCTION announce_event();
