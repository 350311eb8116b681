import fc from 'fast-check';
import { closest } from './closest';

const SECTIONS = ['auth.github', 'auth.gitlab', 'log', 'log.file', 'security', 'server'];

describe('closest', () => {
  test.each([
    ['sever', 'server'],
    ['servers', 'server'],
    ['sevrer', 'server'],
    ['Server', 'server'],
    ['logg', 'log'],
    ['auth.githib', 'auth.github'],
    ['log', 'log'],
  ])('takes %s for %s', (word, expected) => expect(closest(word, SECTIONS)).toBe(expected));

  test.each(['', 'a', 'lo', 'database', 'srv', 'serverserver'])('takes "%s" for nothing', (word) =>
    expect(closest(word, SECTIONS)).toBeUndefined(),
  );

  test('allows one slip for every three letters', () => {
    expect(closest('abcdef', ['xbcdex'])).toBe('xbcdex');
    expect(closest('abcdef', ['xxcdex'])).toBeUndefined();
    expect(closest('abcde', ['xbcdx'])).toBeUndefined();
  });

  test('counts two swapped letters as one slip', () => expect(closest('acb', ['abc'])).toBe('abc'));

  test('prefers the nearer to the earlier', () => expect(closest('serverx', ['aerverz', 'server'])).toBe('server'));

  test('takes the first in code-unit order of two that are equally near', () => {
    expect(closest('cat', ['rat', 'bat'])).toBe('bat');
    expect(closest('cat', ['bat', 'rat'])).toBe('bat');
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

  test('does not depend on the order of the candidates', () =>
    fc.assert(
      fc.property(word, fc.array(word), (wanted, candidates) =>
        expect(closest(wanted, candidates)).toBe(closest(wanted, [...candidates].reverse())),
      ),
    ));

  test('finds a candidate again after any one slip', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 12 }),
        fc.nat(),
        (candidate, n) => {
          const cut = n % candidate.length;
          const without = candidate.slice(0, cut) + candidate.slice(cut + 1);
          expect(closest(without, [candidate])).toBe(candidate);
          expect(closest(candidate, [without])).toBe(without);
        },
      ),
    ));
});
