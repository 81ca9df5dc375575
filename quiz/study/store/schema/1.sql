-- The log is the truth: what happened, in the order in which it was written down. All moments
-- are microseconds since 1970 in UTC.
CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('review', 'undo', 'mark')),
    subject TEXT NOT NULL, -- the card, or the uid of the review that is undone
    -- of a review
    rating INTEGER CHECK (rating BETWEEN 1 AND 4),
    result TEXT,
    response TEXT,
    overridden INTEGER CHECK (overridden IN (0, 1)),
    elapsed INTEGER,
    mode TEXT CHECK (mode IN ('study', 'cram', 'exam')),
    -- of a mark
    bad INTEGER CHECK (bad IN (0, 1)),
    why TEXT
);
CREATE INDEX log_subject ON log (subject, kind);
CREATE INDEX log_at ON log (at);

CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
BEGIN
    SELECT RAISE(ABORT, 'the log is only added to');
END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
BEGIN
    SELECT RAISE(ABORT, 'the log is only added to');
END;
-- REPLACE deletes without a trigger's being asked.
CREATE TRIGGER log_is_not_replaced BEFORE INSERT ON log
WHEN EXISTS (SELECT 1 FROM log WHERE uid = NEW.uid OR number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'the log is only added to');
END;

-- What follows from the log, to be at hand: see Memory. `made` names the rules by which.
CREATE TABLE memory (
    card TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    step INTEGER,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due INTEGER NOT NULL,
    last INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE made (rules TEXT NOT NULL);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
