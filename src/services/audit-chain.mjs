/**
 * SQL that lists the entries of the audit chain whose hash does not fit their content, or whose link does not fit the
 * entry before: `seq` and `fault` (`hash` or `link`). The service and the command read the same.
 */
export const chainFaults = `
  SELECT seq::float8 AS seq, CASE WHEN hash <> molini_audit_hash(e) THEN 'hash' ELSE 'link' END AS fault
  FROM (SELECT a AS e, a.seq, a.hash, a.previous_hash,
      lag(a.hash, 1, repeat('0', 64)) OVER (ORDER BY a.seq) AS expected,
      lag(a.seq, 1, 0) OVER (ORDER BY a.seq) AS last_seq FROM audit_entries a) chain
  WHERE hash <> molini_audit_hash(e) OR previous_hash <> expected OR seq <> last_seq + 1 ORDER BY seq`
