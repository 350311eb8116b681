import type { Problem } from './problem';
import { checkQuantity, parseQuantity } from './quantity';
import type { ResourceRequirements } from './types';

/** Refuses quantities that do not parse, and requests above their limits. */
export function checkResources({ requests = {}, limits = {} }: ResourceRequirements, path: string): Problem[] {
  const check = (quantities: Readonly<Record<string, unknown>>, field: string) =>
    Object.entries(quantities).flatMap(([name, quantity]) =>
      checkQuantity(quantity, `${path}.${field}.${name}`, name === 'cpu' ? '100m' : '256Mi'),
    );
  const malformed = [...check(requests, 'requests'), ...check(limits, 'limits')];
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

const amount = (quantity: string | number): bigint => parseQuantity(String(quantity))?.nano ?? 0n;
