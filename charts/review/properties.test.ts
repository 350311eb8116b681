import fc from 'fast-check';
import { schemaErrors } from '../../test/review-schema';
import { STACK } from '../../test/reviews';
import type { Manifest } from '../kubernetes/manifest';
import { reviewMarkdown } from './output/markdown';
import { reviewText } from './output/text';
import type { Review } from './review';
import { reviewManifests } from './review-manifests';

const KINDS = [...new Set(STACK.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`))].concat(
  'v1 PersistentVolumeClaim',
  'v1 PersistentVolume',
  'v1 Pod',
  'batch/v1 Job',
  'batch/v1 CronJob',
  'autoscaling/v2 HorizontalPodAutoscaler',
  'networking.k8s.io/v1 Ingress',
  'networking.k8s.io/v1 NetworkPolicy',
  'storage.k8s.io/v1 StorageClass',
  'example.com/v1 Strange',
);

/** Names of fields that rules look at, so that random trees have them in places where nobody expects them. */
const FIELDS = [...new Set(JSON.stringify(STACK).match(/"[A-Za-z]+"(?=:)/g))].map((name) => JSON.parse(name) as string);

const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -1,
      1.5,
      '',
      '0',
      'loki',
      '10Gi',
      '25%',
      'a: 1\nb: [',
      '[x]\ny = 1',
      '{"panels":[]}',
    ),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string(), fc.constant('__proto__')), tie('value'), {
      maxKeys: 5,
    }),
  ),
})).value;

const manifest: fc.Arbitrary<unknown> = fc.oneof(
  tree,
  fc
    .record({
      type: fc.constantFrom(...KINDS),
      metadata: tree,
      spec: tree,
      more: fc.dictionary(fc.constantFrom(...FIELDS), tree, { maxKeys: 4 }),
    })
    .map(({ type, metadata, spec, more }) => {
      const [apiVersion, kind] = type.split(' ');
      return { ...more, apiVersion, kind, metadata, spec };
    }),
);

/** The stack with a part of one object, wherever it is, replaced by any tree. */
const damaged: fc.Arbitrary<readonly Manifest[]> = fc
  .record({ index: fc.nat(STACK.length - 1), way: fc.array(fc.nat(30), { minLength: 1, maxLength: 9 }), value: tree })
  .map(({ index, way, value }) => {
    const copy = structuredClone([...STACK]);
    let part: unknown = copy[index];
    for (const [depth, turn] of way.entries()) {
      if (typeof part !== 'object' || part === null) break;
      const keys = Object.keys(part);
      const key = keys[turn % Math.max(keys.length, 1)];
      if (key === undefined) break;
      const parent = part as Record<string, unknown>;
      if (depth === way.length - 1 || typeof parent[key] !== 'object') {
        parent[key] = value;
        break;
      }
      part = parent[key];
    }
    return copy;
  });

const sets = fc.oneof(fc.array(manifest, { maxLength: 6 }) as fc.Arbitrary<readonly Manifest[]>, damaged);

/** A review in its three forms. */
function written(review: Review): string {
  const texts = [
    reviewText(review, { title: 'a against b', hasColours: true }),
    reviewMarkdown(review, 'a against b'),
    JSON.stringify(review),
  ];
  return texts.join('\n');
}

test('whatever is compared, there is a review', () => {
  fc.assert(
    fc.property(sets, sets, (before, after) => {
      const review = reviewManifests(before, after);
      expect(written(review).length).toBeGreaterThan(0);
      const { created, changed, removed, unchanged } = review.counts;
      expect(created + changed + removed + unchanged).toBe(review.objects.length);
      expect(schemaErrors(review)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('what is compared with itself, or with its copy, makes no difference', () => {
  fc.assert(
    fc.property(sets, (manifests) => {
      for (const other of [manifests, structuredClone(manifests)]) {
        const { severity, counts } = reviewManifests(manifests, other);
        expect({ severity, ...counts }).toEqual({
          severity: 'none',
          created: 0,
          changed: 0,
          removed: 0,
          unchanged: counts.unchanged,
        });
      }
    }),
    { numRuns: 150 },
  );
});

test('what is created one way is removed the other', () => {
  fc.assert(
    fc.property(sets, sets, (before, after) => {
      const [there, back] = [reviewManifests(before, after).counts, reviewManifests(after, before).counts];
      expect([there.created, there.removed]).toEqual([back.removed, back.created]);
    }),
    { numRuns: 80 },
  );
});

test('the same manifests give the same review, and are left as they are', () => {
  fc.assert(
    fc.property(sets, sets, (before, after) => {
      const copies = [structuredClone(before), structuredClone(after)];
      expect(written(reviewManifests(before, after))).toBe(written(reviewManifests(before, after)));
      expect([before, after]).toEqual(copies);
    }),
    { numRuns: 40 },
  );
});

const CANARY = 'hunter2hunter2hunter2';

test('no value of a Secret is shown, in whatever form it comes', () => {
  const form = fc.constantFrom(
    (value: string) => value,
    (value: string) => `password: ${value}\nuser: a\n`,
    (value: string) => JSON.stringify({ a: [value] }),
    (value: string) => `[security]\nadmin_password = ${value}\n`,
    (value: string) => `clients: [{url: "http://${value}"}]\nscrape_configs: [{job_name: ${value}}]\n`,
    (value: string) => `datasources:\n  - {name: Loki, uid: ${value}}\n`,
    (value: string) => `schema_config: {configs: []}\nstorage_config: {aws: {secret_access_key: ${value}}}\n`,
    (value: string) =>
      `schema_config: {configs: []}\ncommon: {storage: {s3: {s3: "s3://key:${value}@region/bucket"}}}\n`,
    (value: string) => `loki.write "a" {\n  endpoint {\n    password = "${value}"\n  }\n}\n`,
  );
  const secret = (text: string, isEncoded: boolean): Manifest => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a' },
    ...(isEncoded ? { data: { 'a.yaml': Buffer.from(text).toString('base64') } } : { stringData: { 'a.yaml': text } }),
  });
  fc.assert(
    fc.property(form, form, fc.boolean(), (before, after, isEncoded) => {
      const review = reviewManifests(
        [secret(before(`${CANARY}old`), isEncoded)],
        [secret(after(`${CANARY}new`), isEncoded)],
      );
      expect(written(review)).not.toContain(CANARY);
    }),
    { numRuns: 300 },
  );
});
