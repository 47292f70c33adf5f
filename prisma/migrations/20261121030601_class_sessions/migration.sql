-- A session that does not take place stays, with whom it was cancelled for; nobody has a place in it any more.
ALTER TABLE class_sessions
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN series_id uuid,
  ADD COLUMN note text,
  ADD COLUMN cancelled_at timestamptz(3),
  ADD COLUMN cancellation_reason text,
  ADD CONSTRAINT class_sessions_cancelled CHECK (cancelled_at IS NULL OR places_taken = 0);

CREATE INDEX staff_occupancies_class_session ON staff_occupancies (class_session_id) WHERE class_session_id IS NOT NULL;
CREATE INDEX resource_occupancies_class_session ON resource_occupancies (class_session_id) WHERE class_session_id IS NOT NULL;
CREATE INDEX appointments_class_session ON appointments (class_session_id) WHERE class_session_id IS NOT NULL;
