/** How a payload tries to leave the place that a value was meant for. */
const openings = ["'", '"', "')", "'))", "\\'", '%27', '1', '0)', "x';", "'||", '$$', '`'] as const

/** What it asks the database for once it is out. */
const wishes = [
  ' OR 1=1 --',
  " OR 'a'='a",
  ' AND 1=CAST((SELECT version()) AS int) --',
  ' UNION SELECT NULL --',
  ' UNION SELECT email, hash, salt FROM users --',
  ' UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL --',
  '; SELECT pg_sleep(3) --',
  ' OR (SELECT 1 FROM pg_sleep(3)) IS NOT NULL --',
  "; UPDATE users SET role = 'owner' --",
  '; DROP TABLE customers CASCADE --',
  "; INSERT INTO users (name, role, email) VALUES ('x', 'owner', 'injected@evil.example') --",
  ' OR EXISTS (SELECT 1 FROM users) --',
  " AND (SELECT substr(hash, 1, 1) FROM users LIMIT 1) > 'a' --",
  '/**/OR/**/1=1/*',
] as const

/** What is known beyond these: other notations, other places of a statement, other doors out of the database. */
const others = [
  "admin'--",
  "admin' #",
  "' or sleep(3)#",
  "1; COPY (SELECT '') TO PROGRAM 'touch /tmp/injected' --",
  "'; COPY users TO '/tmp/injected' --",
  "'; SELECT lo_import('/etc/passwd') --",
  "' AND pg_read_file('/etc/passwd') IS NOT NULL --",
  "'; CREATE ROLE injected SUPERUSER LOGIN PASSWORD 'x' --",
  "'; ALTER TABLE users DISABLE TRIGGER ALL --",
  "'; TRUNCATE audit_entries --",
  "'; SELECT set_config('session_replication_role', 'replica', false) --",
  "'; NOTIFY molini_pages, 'catalogue' --",
  "E'\\x27 OR 1=1 --",
  '\u02bc OR 1=1 --',
  '\uff07 OR 1=1 --',
  '%bf%27 OR 1=1 --',
  '%2527%20OR%201=1--',
  "' OR 1=1 LIMIT 1 OFFSET 1 --",
  '(CASE WHEN (1=1) THEN slug ELSE (SELECT 1/0)::text END)',
  '1,(SELECT pg_sleep(3))',
  'slug;SELECT 1',
  '-slug,(SELECT 1)',
  'id) FROM users --',
  '" FROM users --',
  "slug' DESC, (SELECT 1) --",
  '1::int; SELECT 1',
  '{"$gt":""}',
  "{'a':1}'::jsonb->>'a",
  "x'::uuid OR true --",
  "' AND 1=(SELECT count(*) FROM generate_series(1, 100000000)) --",
  "' || (SELECT string_agg(email, ',') FROM users) || '",
  "'; DO $$ BEGIN PERFORM pg_sleep(3); END $$ --",
] as const

/** Two hundred texts that would be a statement of their own wherever a value is written into SQL as it came. */
export const sqlPayloads: readonly string[] = [
  ...openings.flatMap((opening) => wishes.map((wish) => `${opening}${wish}`)),
  ...others,
]
