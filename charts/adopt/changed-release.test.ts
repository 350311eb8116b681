import fc from 'fast-check';
import { stringify } from 'yaml';
import { CANARIES, withCanaries } from '../../test/canaries';
import { type Data, mainOf, objectsIn, RELEASES, releaseText } from '../../test/helm-releases';
import { isNothing, leavesOf, type Way } from '../../test/release-accounts';
import { adoptRelease } from './adopt-release';
import { reportText } from './write/report';

const NEW = 'changed-by-hand';

/** One change of a release: what a list or a map gets, what takes the place of a value, what goes. */
type Change = (objects: readonly Data[], way: Way) => void;

const CHANGES: readonly (readonly [what: string, change: Change])[] = [
  ['another value', (objects, way) => place(objects, way, another(at(objects, way)))],
  ['removed', remove],
  ['one more', addTo],
  ...[null, '', 0, true, [], {}, [null], 'a b', 1.5, '__proto__', { name: 'x' }, [{ name: null }]].map(
    (value): readonly [string, Change] => [
      `${JSON.stringify(value)} instead`,
      (objects, way) => place(objects, way, value),
    ],
  ),
];

const WHAT_SHOWS: readonly string[] = ['another value', 'removed', 'one more'];

const at = (root: Data, way: Way): Data => way.reduce<Data>((value, step) => value[step], root);

function place(objects: readonly Data[], way: Way, value: Data): void {
  at(objects, way.slice(0, -1))[way.at(-1) ?? ''] = value;
}

const another = (value: Data): Data => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `x${value}` : NEW;
};

function remove(objects: readonly Data[], way: Way): void {
  const parent = at(objects, way.slice(0, -1));
  const step = way.at(-1) ?? '';
  if (Array.isArray(parent)) parent.splice(Number(step), 1);
  else delete parent[step];
}

function addTo(objects: readonly Data[], way: Way): void {
  const value = at(objects, way);
  if (!Array.isArray(value)) place(objects, way, { ...value, newByHand: NEW });
  else
    value.push(typeof value[0] === 'object' ? { name: NEW, mountPath: '/new', port: 4242, containerPort: 4242 } : NEW);
}

/** Every way into the objects, those that lead to a map or a list included. */
const waysInto = (objects: readonly Data[]): Way[] => {
  const ways = leavesOf(objects).flatMap(([way]) => way.map((_, index) => way.slice(0, index + 1)));
  return [...new Map(ways.filter(({ length }) => length > 1).map((way) => [JSON.stringify(way), way])).values()];
};

const written = (objects: readonly Data[]): string =>
  objects.map((object) => stringify(object, { version: '1.1', aliasDuplicateObjects: false })).join('---\n');

interface Said {
  /** All that anybody is told. */
  readonly text: string;
  /** What becomes of each object, in the order of the text; none for a release that is refused. */
  readonly fates: readonly string[];
}

/** Takes over, or says in one line each why not: nothing else, and no credential. */
function said(objects: readonly Data[]): Said {
  const result = adoptRelease([{ file: 'release.yaml', text: written(objects) }]);
  if ('mistakes' in result) {
    expect(result.mistakes.length).toBeGreaterThan(0);
    for (const mistake of result.mistakes) expect(mistake).toMatch(/^release\.yaml(?::\d+)?: [^\n]+$/);
    return { text: result.mistakes.join('\n'), fates: [] };
  }
  const { adopted } = result;
  const report = reportText(adopted, 'main.ts').replace(/^Settings: .*$/m, '');
  const { differences } = adopted.comparison;
  return {
    text: [mainOf(adopted), report, JSON.stringify(differences), ...adopted.problems].join('\n'),
    fates: adopted.fates.map(({ fate }) => fate.type),
  };
}

const PLANTED = RELEASES.map((file) => withCanaries(objectsIn(releaseText(file))));
const BEFORE = PLANTED.map(said);
const WAYS = PLANTED.map(waysInto);

test.each(RELEASES.map((file, index) => [file, index] as const))(
  '%s, with credentials all over it, is taken over and tells none',
  (_, index) => {
    const { text, fates } = BEFORE[index] ?? { text: '', fates: [] };
    const objects = PLANTED[index] ?? [];
    expect(fates).toHaveLength(objects.length);
    expect(written(objects)).toMatch(CANARIES);
    expect(text).not.toMatch(CANARIES);
  },
);

test('with one thing changed in it, each tells of that or refuses in a line, and still tells no credential', () => {
  const place = fc.constantFrom(...PLANTED.keys()).chain((index) => {
    return fc.tuple(fc.constant(index), fc.constantFrom(...(WAYS[index] ?? [])));
  });
  fc.assert(
    fc.property(place, fc.constantFrom(...CHANGES), ([index, way], [what, change]) => {
      const [objects, before] = [PLANTED[index] ?? [], BEFORE[index]];
      fc.pre(isPossible(objects, way, what));
      const changed = structuredClone(objects);
      change(changed, way);
      const after = said(changed);
      expect(after.text).not.toMatch(CANARIES);
      if (WHAT_SHOWS.includes(what) && !isNobodysBusiness(objects, way, what, before?.fates ?? [])) {
        expect(after.text).not.toBe(before?.text);
      }
    }),
    { numRuns: 50 },
  );
});

const isPossible = (objects: readonly Data[], way: Way, what: string): boolean => {
  // A credential whose name is changed is none any more.
  if (
    leavesOf(at(objects, way.slice(0, -1))).some(([inner, value]) => inner.length === 1 && CANARIES.test(String(value)))
  )
    return false;
  const value = at(objects, way);
  // Of nothing nobody knows what else it would be.
  if (value === null) return what !== 'another value' && what !== 'one more';
  return what === 'another value' ? typeof value !== 'object' : what !== 'one more' || typeof value === 'object';
};

/** What makes no difference to a cluster, is not to be told, or is in an object that is not taken over. */
function isNobodysBusiness(objects: readonly Data[], way: Way, what: string, fates: readonly string[]): boolean {
  const [index = 0, ...inner] = way;
  const object = objects[Number(index)];
  const fate = fates[Number(index)];
  if (fate === 'left' || fate === 'stays') return true;
  if (object.kind === 'Secret' && /^(?:data|stringData)/.test(inner.join('.'))) return true;
  const where = inner.join('.');
  if (/^(?:apiVersion|metadata\.namespace)$|volumeClaimTemplates\.\d+\.kind$/.test(where)) return true;
  // Of two dozen digits the first ones are told.
  if (/annotations\.checksum/.test(where) && what === 'another value') return true;
  // Tools keep it on objects that they have applied.
  if (/annotations\.kubectl\.kubernetes\.io/.test(where)) return true;
  const value = at(objects, way);
  const leaves = leavesOf(value, inner);
  if (what === 'removed') return leaves.every(([leaf, each]) => isNothing(object, leaf, each) || isCredential(each));
  return what === 'another value' && isCredential(value);
}

const isCredential = (value: Data): boolean =>
  CANARIES.test(String(value)) || /fixture-|^glc_Fixture/.test(String(value));
