-- Somebody may ask for time off. What is asked for, or was refused, takes no time from anybody: whoever reads exceptions in
-- order to know when somebody is there reads the approved ones.
CREATE TYPE "exception_state" AS ENUM ('requested', 'approved', 'refused');
ALTER TABLE "schedule_exceptions"
  ADD COLUMN "state" "exception_state" NOT NULL DEFAULT 'approved',
  ADD COLUMN "requested_by_user_id" UUID,
  ADD COLUMN "decided_at" TIMESTAMPTZ(3),
  ADD COLUMN "decision_note" TEXT,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT schedule_exceptions_request CHECK (state = 'approved' OR owner_type = 'staff'),
  ADD CONSTRAINT schedule_exceptions_hours CHECK (hours IS NULL OR kind = 'special_hours');
