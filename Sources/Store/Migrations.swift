internal import GRDB

extension Store {
  /// In order; one that was released is never edited, the next one mends it.
  static var migrations: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("accounts") { database in
      try database.execute(
        sql: """
          CREATE TABLE account (
            id INTEGER PRIMARY KEY,
            login TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            position TEXT,
            role TEXT NOT NULL,
            unit TEXT,
            person TEXT,
            language TEXT,
            password TEXT NOT NULL,
            created_at INTEGER NOT NULL
          ) STRICT;
          CREATE TABLE session (
            token TEXT PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
            form_token TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX session_account ON session (account);
          CREATE TABLE attempt (
            key TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            last_at INTEGER NOT NULL
          ) STRICT;
          """)
    }
    migrator.registerMigration("drafts") { database in
      try database.execute(
        sql: """
          CREATE TABLE draft (
            unit TEXT NOT NULL,
            part TEXT NOT NULL,
            version INTEGER NOT NULL,
            author TEXT NOT NULL,
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (unit, part)
          ) STRICT;
          CREATE TABLE draft_field (
            unit TEXT NOT NULL,
            part TEXT NOT NULL,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (unit, part, name),
            FOREIGN KEY (unit, part) REFERENCES draft ON DELETE CASCADE
          ) STRICT;
          """)
    }
    migrator.registerMigration("record") { database in
      try database.execute(
        sql: """
          CREATE TABLE record (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            login TEXT NOT NULL,
            address TEXT NOT NULL,
            detail TEXT NOT NULL
          ) STRICT;
          CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
          """)
    }
    migrator.registerMigration("proposals") { database in
      try database.execute(
        sql: """
          CREATE TABLE proposal (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            unit TEXT NOT NULL,
            item TEXT NOT NULL,
            login TEXT NOT NULL,
            person TEXT NOT NULL,
            seen INTEGER NOT NULL,
            made_at INTEGER NOT NULL,
            state TEXT NOT NULL,
            closed_by TEXT,
            closed_at INTEGER,
            note TEXT,
            event INTEGER
          ) STRICT;
          CREATE UNIQUE INDEX proposal_open ON proposal (unit, item) WHERE state = 'open';
          CREATE TABLE proposal_field (
            proposal INTEGER NOT NULL REFERENCES proposal ON DELETE CASCADE,
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (proposal, name)
          ) STRICT;
          """)
    }
    migrator.registerMigration("openid") { database in
      try database.execute(
        sql: """
          ALTER TABLE account ADD COLUMN openid TEXT;
          CREATE UNIQUE INDEX account_openid ON account (openid);
          """)
    }
    migrator.registerMigration("notices") { database in
      try database.execute(
        sql: """
          ALTER TABLE account ADD COLUMN email TEXT;
          CREATE TABLE read_notice (
            account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
            key TEXT NOT NULL,
            read_at INTEGER NOT NULL,
            PRIMARY KEY (account, key)
          ) STRICT, WITHOUT ROWID;
          CREATE TABLE written_message (
            id TEXT PRIMARY KEY,
            written_at INTEGER NOT NULL
          ) STRICT, WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("tokens") { database in
      try database.execute(
        sql: """
          CREATE TABLE api_token (
            token TEXT PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
            label TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            ends_at INTEGER NOT NULL
          ) STRICT;
          CREATE INDEX api_token_account ON api_token (account);
          """)
    }
    migrator.registerMigration("uploads") { database in
      try database.execute(
        sql: """
          CREATE TABLE upload (
            id TEXT PRIMARY KEY,
            account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
            unit TEXT NOT NULL,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT,
            begun_at INTEGER NOT NULL,
            document TEXT
          ) STRICT;
          CREATE INDEX upload_account ON upload (account);
          """)
    }
    migrator.registerMigration("dossier requests") { database in
      try database.execute(
        sql: """
          CREATE TABLE dossier_request (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            unit TEXT NOT NULL,
            dossier TEXT NOT NULL,
            cause TEXT,
            finished TEXT,
            text TEXT NOT NULL,
            evidence TEXT NOT NULL,
            login TEXT NOT NULL,
            sent_on TEXT NOT NULL,
            sent_at INTEGER NOT NULL,
            version INTEGER NOT NULL,
            state TEXT NOT NULL,
            closed_by TEXT,
            closed_at INTEGER,
            note TEXT,
            event INTEGER
          ) STRICT;
          CREATE UNIQUE INDEX dossier_request_open ON dossier_request (unit, dossier)
            WHERE state = 'open';
          """)
    }
    migrator.registerMigration("figure proposals") { database in
      try database.execute(
        sql: """
          ALTER TABLE proposal ADD COLUMN kind TEXT NOT NULL DEFAULT 'item';
          DROP INDEX proposal_open;
          CREATE UNIQUE INDEX proposal_open ON proposal (kind, unit, item) WHERE state = 'open';
          """)
    }
    migrator.registerMigration("idle uploads") { database in
      try database.execute(
        sql: """
          ALTER TABLE upload ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
          UPDATE upload SET seen_at = begun_at;
          """)
    }
    migrator.registerMigration("dossier news") { database in
      try database.execute(
        sql: """
          CREATE INDEX dossier_request_unit ON dossier_request (unit, number);
          CREATE INDEX dossier_request_closed ON dossier_request (closed_at, unit, state, event)
            WHERE state <> 'open';
          """)
    }
    return migrator
  }
}
