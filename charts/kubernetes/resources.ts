import { closest } from './closest';
import type { Problem } from './problem';
import { canonicalQuantity, checkQuantity, parseQuantity } from './quantity';
import type { ResourceRequirements } from './types';

type Quantities = NonNullable<ResourceRequirements['limits']>;

/** What every container may ask for; whatever else there is has a `/` in its name, or the size of its pages. */
const RESOURCES = ['cpu', 'ephemeral-storage', 'memory'];

/** Counted in bytes, of which `256m` is a quarter. */
const IN_BYTES: ReadonlySet<string> = new Set(['ephemeral-storage', 'memory']);
const UNIT = 10n ** 9n;

/** Refuses resources that do not exist, quantities that do not parse, and requests above their limits. */
export function checkResources({ requests = {}, limits = {} }: ResourceRequirements, path: string): Problem[] {
  const malformed = [...checkQuantities(requests, `${path}.requests`), ...checkQuantities(limits, `${path}.limits`)];
  if (malformed.length > 0) return malformed;
  return Object.entries(requests).flatMap(([name, request]) => {
    const limit = limits[name];
    return limit === undefined || amount(request) <= amount(limit)
      ? []
      : [
          {
            path: `${path}.requests.${name}`,
            message: `"${request}" is more than the limit "${limit}"`,
            remedy: 'request no more than the limit',
          },
        ];
  });
}

const checkQuantities = (quantities: Quantities, path: string): Problem[] =>
  Object.entries(quantities).flatMap(([name, quantity]) => [
    ...checkResourceName(name, path),
    ...checkAmount(quantity, `${path}.${name}`, name),
  ]);

function checkResourceName(name: string, path: string): Problem[] {
  if (RESOURCES.includes(name) || name.includes('/') || name.startsWith('hugepages-')) return [];
  const near = closest(name, RESOURCES);
  return [
    {
      path: `${path}.${name}`,
      message: `"${name}" is not a resource of a container`,
      remedy:
        near === undefined ? `use ${RESOURCES.join(', ')} or one such as "example.com/gpu"` : `did you mean "${near}"?`,
    },
  ];
}

function checkAmount(quantity: string | number, path: string, name: string): Problem[] {
  const problems = checkQuantity(quantity, path, name === 'cpu' ? '100m' : '256Mi');
  const [, count] = IN_BYTES.has(name) ? (/^([0-9.]+)[num]$/.exec(String(quantity)) ?? []) : [];
  if (problems.length > 0 || count === undefined || amount(quantity) % UNIT === 0n) return problems;
  return [{ path, message: `"${quantity}" is a fraction of a byte`, remedy: `did you mean "${count}Mi"?` }];
}

const amount = (quantity: string | number): bigint => parseQuantity(String(quantity))?.nano ?? 0n;

/** Quantities as an API server stores them; one that does not parse stays as it is, for the check to refuse. */
export function canonicalResources({ requests, limits, ...rest }: ResourceRequirements): ResourceRequirements {
  const canonical = (quantities: Quantities | undefined) =>
    quantities &&
    Object.fromEntries(
      Object.entries(quantities).map(([name, quantity]) => [
        name,
        parseQuantity(String(quantity)) === undefined ? quantity : canonicalQuantity(quantity),
      ]),
    );
  return { ...rest, requests: canonical(requests), limits: canonical(limits) };
}
