-- The embedded job runner: what an Inngest server would keep, in our own database. Only inngest/runner writes here.
CREATE SCHEMA inngest;

-- Every event once: the unique id refuses a second send for as long as the row is kept (at least 24 hours).
CREATE TABLE inngest.event (
  sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text NOT NULL UNIQUE,
  name text NOT NULL,
  body jsonb NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  routed_at timestamptz
);
CREATE INDEX event_unrouted ON inngest.event (sequence) WHERE routed_at IS NULL;
CREATE INDEX event_routed_at ON inngest.event (routed_at) WHERE routed_at IS NOT NULL;

-- One execution of one function. The concurrency keys are evaluated when it starts and copied to its jobs.
CREATE TABLE inngest.run (
  id text PRIMARY KEY,
  function_id text NOT NULL,
  status text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'completed', 'failed', 'cancelled')),
  events jsonb NOT NULL,
  output jsonb,
  concurrency_keys text[] NOT NULL DEFAULT '{}',
  concurrency_limits integer[] NOT NULL DEFAULT '{}',
  priority_seconds integer NOT NULL DEFAULT 0,
  idempotency_key text,
  singleton_key text,
  plan_only boolean NOT NULL DEFAULT false,
  parent_run_id text,
  parent_step_id text,
  replay_of text,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  deadline_at timestamptz,
  ended_at timestamptz
);
COMMENT ON COLUMN inngest.run.plan_only IS 'A parallel batch is open: calls may only plan or run the one step they name.';
COMMENT ON COLUMN inngest.run.deadline_at IS 'When it is cancelled: by timeouts.start until it has started, by timeouts.finish after.';
CREATE UNIQUE INDEX run_idempotency ON inngest.run (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE UNIQUE INDEX run_singleton ON inngest.run (singleton_key) WHERE singleton_key IS NOT NULL AND ended_at IS NULL;
CREATE INDEX run_live ON inngest.run (function_id) WHERE ended_at IS NULL;
CREATE INDEX run_deadline ON inngest.run (deadline_at) WHERE ended_at IS NULL AND deadline_at IS NOT NULL;
CREATE INDEX run_created_at ON inngest.run (created_at DESC);
CREATE INDEX run_ended_at ON inngest.run (ended_at) WHERE ended_at IS NOT NULL;

-- Results and open waits alike: a step without a state is still awaited.
CREATE SEQUENCE inngest.settlement;
CREATE TABLE inngest.step (
  run_id text NOT NULL REFERENCES inngest.run ON DELETE CASCADE,
  id text NOT NULL,
  name text,
  operation text NOT NULL,
  is_parallel boolean NOT NULL DEFAULT false,
  is_race boolean NOT NULL DEFAULT false,
  state jsonb,
  settlement bigint,
  wait_event text,
  wait_expression text,
  created_at timestamptz NOT NULL DEFAULT now(),
  settled_at timestamptz,
  PRIMARY KEY (run_id, id)
);
COMMENT ON COLUMN inngest.step.settlement IS 'The order in which results arrived: the SDK replays them in it.';
CREATE INDEX step_waiting ON inngest.step (wait_event) WHERE state IS NULL AND wait_event IS NOT NULL;

-- What is to be done next: a call of the function (timer is null), or a timer that settles a step.
CREATE TABLE inngest.job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text NOT NULL REFERENCES inngest.run ON DELETE CASCADE,
  target text NOT NULL DEFAULT 'step',
  dedupe_key text NOT NULL,
  due_at timestamptz NOT NULL DEFAULT now(),
  order_at timestamptz NOT NULL DEFAULT now(),
  concurrency_keys text[] NOT NULL DEFAULT '{}',
  concurrency_limits integer[] NOT NULL DEFAULT '{}',
  timer jsonb,
  attempt integer NOT NULL DEFAULT 0,
  crashes integer NOT NULL DEFAULT 0,
  last_error jsonb,
  generation integer NOT NULL DEFAULT 0,
  owner integer,
  leased_until timestamptz,
  UNIQUE (run_id, dedupe_key)
);
COMMENT ON COLUMN inngest.job.target IS 'step: call the function and see; else the id of the one planned step to run.';
COMMENT ON COLUMN inngest.job.order_at IS 'due_at moved forward by the priority: who is first in the queue.';
COMMENT ON COLUMN inngest.job.generation IS 'Counts claims; results of an older generation are refused (the fence).';
COMMENT ON COLUMN inngest.job.owner IS 'The worker that holds it: alive while its lease is current and its advisory lock is held.';
CREATE INDEX job_queue ON inngest.job (order_at, id) WHERE timer IS NULL;
CREATE INDEX job_timer ON inngest.job (due_at) WHERE timer IS NOT NULL;
CREATE INDEX job_owner ON inngest.job (owner) WHERE owner IS NOT NULL;

CREATE TABLE inngest.cron (
  function_id text NOT NULL,
  expression text NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (function_id, expression)
);

-- Events held back by debounce (the latest one) or batchEvents (all of them), by the function's key.
CREATE TABLE inngest.pending_start (
  function_id text NOT NULL,
  key text NOT NULL,
  events jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  deadline_at timestamptz,
  PRIMARY KEY (function_id, key)
);
CREATE INDEX pending_start_due ON inngest.pending_start (due_at);

-- rateLimit: starts counted since the window began.
CREATE TABLE inngest.rate_window (
  function_id text NOT NULL,
  key text NOT NULL,
  ends_at timestamptz NOT NULL,
  starts integer NOT NULL,
  PRIMARY KEY (function_id, key)
);

-- throttle: when the next start would be due if all were spread evenly (GCRA).
CREATE TABLE inngest.throttle (
  function_id text NOT NULL,
  key text NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (function_id, key)
);

GRANT USAGE ON SCHEMA inngest TO app_platform, app_rw;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA inngest TO app_platform;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA inngest TO app_platform;
-- The app may send an event; ON CONFLICT (id) must read the id, and nothing more.
GRANT INSERT, SELECT (id) ON inngest.event TO app_rw;
