import { join } from 'node:path';
import ts from 'typescript';
import { checkedByBiome } from '../../test/biome';
import { adopted, type Data, mainOf, named, objectsIn, RELEASES, releaseText, runMain } from '../../test/helm-releases';
import { silentSettings } from '../../test/release-accounts';
import { expectTextSnapshot } from '../../test/text-snapshot';
import type { Manifest } from '../kubernetes/manifest';
import { reviewManifests } from '../review/review-manifests';
import { isHarmful } from './compare/consequences';
import { reportText } from './write/report';

const ROOT = join(__dirname, '../..');

/** The texts of passwords, tokens and keys in the fixtures, as they are and as a Secret has them. */
const SECRETS = ['fixture-', 'glc_Fixture', Buffer.from('fixture-').toString('base64').slice(0, 8)];

describe.each(RELEASES)('%s', (file) => {
  const text = releaseText(file);
  const release = adopted(text);
  const main = mainOf(release);
  const report = reportText(release, 'main.ts');
  const theirs = objectsIn(text);
  const ours: Manifest[] = runMain(main);
  const successor = (object: Data): Data =>
    ours.find(({ kind, metadata: { name, namespace } }) => {
      // One of the whole cluster has none, whatever its chart says.
      const isThere = namespace === undefined || namespace === (object.metadata.namespace ?? namespace);
      return kind === object.kind && name === object.metadata.name && isThere;
    });

  test('main.ts is refused by nobody', () => {
    expect(release.problems).toEqual([]);
    expect(release.consequences.filter(isHarmful)).toEqual([]);
    expect(ours.length).toBeGreaterThan(3);
  });

  test('what is kept restarts no pod', () => {
    const kept = theirs.filter((object) =>
      release.fates.some(
        ({ object: { kind, name }, fate }) => fate.type === 'kept' && `${kind}/${name}` === named(object),
      ),
    );
    const now = kept.flatMap((object) => successor(object) ?? []);
    const said = reviewManifests(kept, now).objects.flatMap(({ kind, name, consequences }) =>
      consequences.filter(({ severity }) => severity === 'rollout').map(({ message }) => `${kind}/${name} ${message}`),
    );
    expect(said).toEqual([]);
  });

  test('no field that an API server does not let change is another', () => {
    const kinds = ['StatefulSet', 'DaemonSet', 'Deployment'];
    for (const object of theirs.filter(({ kind }) => kinds.includes(kind))) {
      const { spec } = successor(object);
      expect(spec.selector).toEqual(object.spec.selector);
      expect(spec.template.metadata.labels).toMatchObject(object.spec.selector.matchLabels);
      expect(spec.serviceName).toBe(object.spec.serviceName);
      expect(spec.podManagementPolicy ?? 'OrderedReady').toBe(object.spec.podManagementPolicy ?? 'OrderedReady');
      expect(claimTemplates(spec)).toEqual(claimTemplates(object.spec));
    }
    for (const object of theirs.filter(({ kind }) => kind === 'Service')) {
      expect(successor(object).spec.clusterIP).toBe(object.spec.clusterIP);
    }
    for (const object of theirs.filter(({ kind }) => /Binding$/.test(kind))) {
      const after = successor(object);
      if (after !== undefined) expect(after.roleRef).toEqual(object.roleRef);
    }
    for (const object of theirs.filter(({ kind }) => kind === 'Secret')) {
      expect(successor(object)?.type ?? 'Opaque').toBe(object.type ?? 'Opaque');
    }
  });

  test('no claim is lost', () => {
    expect(claimsOf(ours)).toEqual(expect.arrayContaining(claimsOf(theirs)));
    for (const claim of theirs.filter(({ kind }) => kind === 'PersistentVolumeClaim')) {
      const { accessModes, resources, storageClassName, ...rest } = successor(claim).spec;
      expect({ accessModes, resources, storageClassName, ...rest, volumeMode: undefined }).toEqual({
        ...claim.spec,
        volumeMode: undefined,
      });
      expect(successor(claim).metadata.finalizers).toEqual(claim.metadata.finalizers);
    }
  });

  test('every object has one fate, and is written or said not to be', () => {
    expect(release.fates.map(({ object }) => named(object.manifest)).sort()).toEqual(theirs.map(named).sort());
    for (const { object, fate } of release.fates) {
      const isWritten = successor(object.manifest) !== undefined;
      expect([named(object.manifest), isWritten]).toEqual([
        named(object.manifest),
        fate.type === 'taken-over' || fate.type === 'kept',
      ]);
      expect(report).toContain(named(object.manifest));
    }
    const known = new Set(theirs.map(named));
    expect([...release.comparison.added].sort()).toEqual(
      ours
        .map(named)
        .filter((name) => !known.has(name))
        .sort(),
    );
  });

  test('no setting is dropped without a word', () => {
    expect(silentSettings(release, theirs, ours)).toEqual([]);
  });

  test('nothing secret is in main.ts, in the report or in the data', () => {
    for (const said of [main, report, JSON.stringify(release.comparison), JSON.stringify(release.todo)]) {
      for (const secret of SECRETS) expect(said).not.toContain(secret);
    }
  });

  test('main.ts is formatted as Biome would, and finds nothing to say of it', () => {
    expect(checkedByBiome(main)).toEqual({ text: main, complaints: '' });
  });

  test('the same text gives the same main.ts', () => {
    expect(mainOf(adopted(text))).toBe(main);
  });

  test('is written and reported like this', () => {
    const name = file.replace(/\.yaml$/, '');
    expectTextSnapshot(`adopt/${name}.main.txt`, main);
    expectTextSnapshot(`adopt/${name}.report.txt`, `${report}\n`);
  });
});

test('every main.ts compiles', () => {
  const mains = new Map(RELEASES.map((file) => [join(ROOT, `adopted-${file}.ts`), mainOf(adopted(releaseText(file)))]));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => mains.has(file) || fileExists(file);
  host.readFile = (file) => mains.get(file) ?? readFile(file);
  host.getSourceFile = (file, languageOrOptions, ...rest) => {
    const source = mains.get(file);
    return source === undefined
      ? getSourceFile(file, languageOrOptions, ...rest)
      : ts.createSourceFile(file, source, languageOrOptions);
  };
  const program = ts.createProgram([...mains.keys()], options, host);
  const diagnostics = [...mains.keys()].flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)),
  );
  expect(
    diagnostics.map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    ),
  ).toEqual([]);
});

const claimTemplates = ({ volumeClaimTemplates = [] }: Data): Data[] =>
  volumeClaimTemplates.map(({ metadata, spec }: Data) => ({
    name: metadata.name,
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    accessModes: spec.accessModes,
    storageClassName: spec.storageClassName ?? undefined,
    volumeMode: spec.volumeMode ?? 'Filesystem',
    storage: spelling(spec.resources.requests.storage),
  }));

/** The claims that pods have, and those that there are. */
const claimsOf = (objects: readonly Data[]): string[] =>
  objects.flatMap(({ kind, metadata, spec }) => [
    ...(kind === 'PersistentVolumeClaim' ? [metadata.name] : []),
    ...(spec?.volumeClaimTemplates ?? []).map((claim: Data) => `${claim.metadata.name}-${metadata.name}-0`),
    ...(spec?.template?.spec?.volumes ?? []).flatMap((volume: Data) => volume.persistentVolumeClaim?.claimName ?? []),
  ]);

/** Quantities and images in one spelling. */
const spelling = (value: Data): string => {
  const text = String(value);
  const known: Readonly<Record<string, string>> = {
    '2048Mi': '2Gi',
    '1024Mi': '1Gi',
    '51200Mi': '50Gi',
    '0.5': '500m',
    '0.2': '200m',
  };
  if (known[text] !== undefined) return known[text];
  const image = /^(?:docker\.io\/)?(?:library\/)?([\w.-]+(?:\/[\w.-]+)*:[\w.-]+)$/.exec(text);
  return image?.[1] ?? text;
};
