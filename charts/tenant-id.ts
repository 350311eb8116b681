import type { Problem } from './kubernetes/problem';

const MOST_CHARACTERS = 150;
const CHARACTERS = /^[A-Za-z0-9!\-_.*'()]+$/;

/** The tenant that Loki takes every log for while it tells none apart. */
export const ONLY_TENANT = 'fake';

/**
 * Refuses what Loki does not take for the name of a tenant.
 * @see https://grafana.com/docs/loki/latest/operations/multi-tenancy/
 */
export function checkTenantId(id: string, path: string): Problem[] {
  const shown = JSON.stringify(id);
  const problem = (message: string, remedy: string): Problem[] => [{ path, message, remedy }];
  if (id.includes('|')) {
    return problem(`${shown} is several tenants, and only a query can be of several`, 'write one');
  }
  if (id.length > MOST_CHARACTERS) {
    return problem(`has ${id.length} characters, ${MOST_CHARACTERS} fit`, 'write a shorter name');
  }
  if (id === '.' || id === '..') return problem(`${shown} would be a folder`, 'write letters or digits');
  return CHARACTERS.test(id)
    ? []
    : problem(`${shown} is not the name of a tenant`, `write letters, digits and any of ! - _ . * ' ( )`);
}

/** The tenants of a query: `'team-a|team-b'`. */
export const tenantsIn = (tenants: string): readonly string[] => tenants.split('|');

/** Refuses what is neither a tenant nor several, divided by `|`. */
export const checkQueriedTenants = (tenants: string, path: string): Problem[] =>
  tenantsIn(tenants).flatMap((id) => checkTenantId(id, path));
