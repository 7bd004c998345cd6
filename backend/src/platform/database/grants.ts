/** What is only ever added to. The database's own triggers refuse the rest, and the application's role may not try. */
export const APPEND_ONLY = [
  'domain_events',
  'approval_history',
  'gate_overrides',
  'order_revisions',
  'delay_ledger',
] as const;

/** What only the database's own triggers write. */
const KEPT_BY_TRIGGERS = ['domain_event_ends'] as const;

/**
 * What the application's role needs: it reads and writes rows, owns no table, and cannot rewrite history. Given in one
 * statement, so that there is no moment in which it could.
 */
export function grantsFor(role: string): string {
  const app = `"${role.replaceAll('"', '""')}"`;
  const ofSchema = (schema: string) => [
    `GRANT USAGE ON SCHEMA ${schema} TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${app}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${app}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${app}`,
  ];
  return [
    ...['public', 'pgboss'].flatMap(ofSchema),
    `REVOKE UPDATE, DELETE, TRUNCATE ON ${APPEND_ONLY.join(', ')} FROM ${app}`,
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${KEPT_BY_TRIGGERS.join(', ')} FROM ${app}`,
  ].join(';\n');
}
