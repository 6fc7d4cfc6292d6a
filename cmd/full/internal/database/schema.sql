-- The tables of one file of articles. Whoever reads them must read stance with
-- text: a message that is denied is none that was asserted. In SQL,
-- substr(text, start + 1, end - start) is the piece of a span where spans count
-- runes, as the column unit of the article says.

CREATE TABLE articles (
	id INTEGER PRIMARY KEY,
	name TEXT,                -- the caller's id
	published TEXT,           -- the TIMEX3 value of the stamp in the text
	updated TEXT,
	text TEXT NOT NULL,
	unit TEXT NOT NULL,       -- what spans count: runes, bytes or utf16
	sha256 TEXT,              -- of the text as it was given
	version TEXT,             -- of the library that read it
	model TEXT
);

CREATE TABLE speakers (
	id INTEGER PRIMARY KEY,
	article_id INTEGER NOT NULL REFERENCES articles (id),
	number INTEGER NOT NULL,  -- in the record of the article
	name TEXT NOT NULL,
	kind TEXT,
	titles TEXT,              -- JSON arrays
	roles TEXT,
	aliases TEXT
);

CREATE TABLE times (
	id INTEGER PRIMARY KEY,
	article_id INTEGER NOT NULL REFERENCES articles (id),
	number INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	words TEXT NOT NULL,
	type TEXT NOT NULL,
	value TEXT,               -- TIMEX3
	modifier TEXT,
	other TEXT,               -- the second likely reading
	from_time TEXT,           -- RFC 3339; the interval is [from_time, to_time)
	to_time TEXT,
	granularity TEXT,
	holiday TEXT,
	dateline INTEGER NOT NULL
);

CREATE TABLE addresses (
	id INTEGER PRIMARY KEY,
	article_id INTEGER NOT NULL REFERENCES articles (id),
	number INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	address TEXT NOT NULL,
	host TEXT,
	kind TEXT,
	lossy TEXT,               -- a JSON array of what flattening destroyed, or null
	confidence REAL
);

CREATE TABLE messages (
	id INTEGER PRIMARY KEY,
	article_id INTEGER NOT NULL REFERENCES articles (id),
	number INTEGER NOT NULL,
	stance TEXT NOT NULL,     -- asserted, denied, asked, …
	speaker_id INTEGER REFERENCES speakers (id),
	recipient_id INTEGER REFERENCES speakers (id),
	channel TEXT,
	sent TEXT,                -- TIMEX3
	sent_from TEXT,
	sent_to TEXT,
	time_id INTEGER REFERENCES times (id),
	text TEXT NOT NULL,
	form TEXT NOT NULL,
	mode TEXT NOT NULL,
	repeats_id INTEGER REFERENCES messages (id), -- gives the words of that one again
	confidence REAL NOT NULL
);

CREATE TABLE message_addresses (
	message_id INTEGER NOT NULL REFERENCES messages (id),
	address_id INTEGER NOT NULL REFERENCES addresses (id),
	PRIMARY KEY (message_id, address_id)
) WITHOUT ROWID;

CREATE TABLE message_spans (
	message_id INTEGER NOT NULL REFERENCES messages (id),
	role TEXT NOT NULL,       -- content, verbatim, source or cue
	position INTEGER NOT NULL, -- among those of the role
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (message_id, role, position)
) WITHOUT ROWID;

CREATE TABLE mentions (
	speaker_id INTEGER NOT NULL REFERENCES speakers (id),
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (speaker_id, start, "end")
) WITHOUT ROWID;

-- Datasette and sqlite-utils find the search by the name and by "content".
CREATE VIRTUAL TABLE messages_fts USING fts5 (text, content = 'messages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE VIEW said AS
SELECT
	messages.id, articles.name AS article, messages.sent, speakers.name AS speaker, recipients.name AS recipient,
	messages.stance, messages.text, messages.channel, messages.form, messages.confidence
FROM messages
JOIN articles ON articles.id = messages.article_id
LEFT JOIN speakers ON speakers.id = messages.speaker_id
LEFT JOIN speakers AS recipients ON recipients.id = messages.recipient_id
WHERE messages.repeats_id IS NULL;
