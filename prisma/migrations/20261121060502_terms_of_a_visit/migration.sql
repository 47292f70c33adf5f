-- On what terms several services were wished together: a visit that moves is looked for on the same ones.
ALTER TABLE appointments ADD COLUMN same_staff boolean NOT NULL DEFAULT false;
ALTER TABLE appointments ADD COLUMN max_wait_minutes integer;
ALTER TABLE appointments ADD CONSTRAINT appointments_max_wait CHECK (max_wait_minutes >= 0);
