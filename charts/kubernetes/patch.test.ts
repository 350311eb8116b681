import { type ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { appWith, objectOf, problemsOf } from '../../test/apps';
import { LoggingStack } from '../logging-stack';
import { Loki } from '../loki/loki';
import { addObject } from './kubernetes-object';
import { type ObjectReference, type Patch, patchObject } from './patch';

/** A Deployment after patches, and what was said of them. */
function patched(...patches: Patch[]) {
  return patchedObject('Deployment/app', ...patches);
}

function patchedObject(reference: ObjectReference, ...patches: Patch[]) {
  const owner = new Construct(new Chart(new App(), 'chart'), 'owner');
  const deployment: ApiObject = addObject(owner, 'deployment', 'Deployment', {
    metadata: { name: 'app', annotations: { 'example.com/a~b': 'c' } },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'app' } },
      template: { spec: { containers: [{ name: 'a', args: ['-x', '-y'] }, { name: 'b' }] } },
    },
  });
  patchObject(owner, reference, patches);
  return { json: deployment.toJson(), said: owner.node.validate() };
}

const CONTAINERS = '/spec/template/spec/containers';

describe('a patch that hits', () => {
  const spec = (...patches: Patch[]) => {
    const { json, said } = patched(...patches);
    expect(said).toEqual([]);
    return json.spec;
  };
  const containers = (...patches: Patch[]) => spec(...patches).template.spec.containers;
  const names = (...patches: Patch[]) => containers(...patches).map(({ name }: { name: string }) => name);

  test('replaces', () => {
    expect(spec({ op: 'replace', path: '/spec/replicas', value: 0 }).replicas).toBe(0);
  });

  test('adds a field, of whatever release of Kubernetes, or takes the place of one', () => {
    expect(spec({ op: 'add', path: '/spec/inventedLater', value: { a: [1] } }).inventedLater).toEqual({ a: [1] });
    expect(spec({ op: 'add', path: '/spec/replicas', value: 3 }).replicas).toBe(3);
  });

  test('removes a field and an item', () => {
    expect(spec({ op: 'remove', path: '/spec/replicas' })).not.toHaveProperty('replicas');
    expect(names({ op: 'remove', path: `${CONTAINERS}/0` })).toEqual(['b']);
  });

  test.each([
    ['0', ['new', 'a', 'b']],
    ['1', ['a', 'new', 'b']],
    ['2', ['a', 'b', 'new']],
    ['-', ['a', 'b', 'new']],
  ])('adds to a list at %s', (position, expected) => {
    expect(names({ op: 'add', path: `${CONTAINERS}/${position}`, value: { name: 'new' } })).toEqual(expected);
  });

  test('writes ~1 for a slash and ~0 for a tilde', () => {
    const path = '/metadata/annotations/example.com~1a~0b';
    expect(patched({ op: 'replace', path, value: 'd' }).json.metadata.annotations).toEqual({ 'example.com/a~b': 'd' });
  });

  test('comes after those before it', () => {
    expect(
      spec(
        { op: 'add', path: '/spec/strategy', value: {} },
        { op: 'add', path: '/spec/strategy/type', value: 'Recreate' },
        { op: 'replace', path: '/spec/strategy/type', value: 'RollingUpdate' },
        { op: 'remove', path: '/spec/replicas' },
      ),
    ).toMatchObject({ strategy: { type: 'RollingUpdate' } });
    expect(
      names({ op: 'remove', path: `${CONTAINERS}/0` }, { op: 'replace', path: `${CONTAINERS}/0/name`, value: 'c' }),
    ).toEqual(['c']);
  });
});

describe('a patch that hits nothing is refused, and the others count', () => {
  test.each<[Patch['op'], string, string, string]>([
    ['replace', '/spec/replica', 'leads nowhere: /spec has no "replica"', 'did you mean "replicas"?'],
    ['replace', '/spce/replicas', 'leads nowhere: the object has no "spce"', 'did you mean "spec"?'],
    ['replace', '/spec/paused', 'leads nowhere: /spec has no "paused"', "use op 'add' for what is not there yet"],
    ['remove', '/spec/paused', 'leads nowhere: /spec has no "paused"', 'it has replicas, selector, template'],
    ['remove', '/spec/replicas/0', 'leads nowhere: /spec/replicas has no "0"', 'it has nothing below it'],
    ['remove', `${CONTAINERS}/2`, `leads nowhere: ${CONTAINERS} has no "2"`, 'it has 0, 1'],
    ['remove', `${CONTAINERS}/-`, `leads nowhere: ${CONTAINERS} has no "-"`, 'it has 0, 1'],
    ['remove', `${CONTAINERS}/length`, `leads nowhere: ${CONTAINERS} has no "length"`, 'it has 0, 1'],
    ['replace', `${CONTAINERS}/-`, `leads nowhere: ${CONTAINERS} has no "-"`, "use op 'add' for what is not there yet"],
    [
      'add',
      `${CONTAINERS}/3`,
      `leads nowhere: ${CONTAINERS} has no "3"`,
      'it has 2 items: write "-" to add one at the end',
    ],
    [
      'add',
      `${CONTAINERS}/01`,
      `leads nowhere: ${CONTAINERS} has no "01"`,
      'it has 2 items: write "-" to add one at the end',
    ],
    [
      'add',
      '/spec/strategy/type',
      'leads nowhere: /spec has no "strategy"',
      'add "/spec/strategy" first, or write "~1" for a "/" within a key',
    ],
    ['add', '/spec/replicas/a', 'leads nowhere: /spec/replicas has no "a"', 'it has nothing below it'],
    ['add', '/spec/', 'leads nowhere: /spec has no ""', 'it has replicas, selector, template'],
    [
      'replace',
      '/metadata/annotations/example.com/a~0b',
      'leads nowhere: /metadata/annotations has no "example.com"',
      'write "~1" for the "/" of a key: "example.com~1a~0b"',
    ],
    [
      'replace',
      '/metadata/annotations/example.com~1a~0',
      'leads nowhere: /metadata/annotations has no "example.com/a~"',
      'did you mean "example.com~1a~0b"?',
    ],
    ['replace', 'spec/replicas', '"spec/replicas" is not a JSON pointer', 'start it with "/", as in "/spec/replicas"'],
    ['remove', '', '"" is not a JSON pointer', 'start it with "/", as in "/spec/replicas"'],
  ])('%s %s', (op, path, message, remedy) => {
    const patch: Patch = op === 'remove' ? { op, path } : { op, path, value: 1 };
    const { json, said } = patched({ op: 'replace', path: '/spec/replicas', value: 7 }, patch, {
      op: 'add',
      path: '/spec/paused',
      value: true,
    });
    expect(said).toEqual([`patch("Deployment/app") ${path}: ${message}\n      → ${remedy}`]);
    expect(json.spec).toMatchObject({ replicas: 7, paused: true });
  });

  test('as it stands after those before it', () => {
    const { said } = patched({ op: 'remove', path: '/spec/replicas' }, { op: 'remove', path: '/spec/replicas' });
    expect(said).toHaveLength(1);
  });

  test.each<[ObjectReference, string]>([
    ['Deployment/apps', 'did you mean "Deployment/app"?'],
    ['deployment/app', 'did you mean "Deployment/app"?'],
    ['Secret/other', 'patch one of Deployment/app'],
  ])('an object that is not there: %s', (reference, remedy) => {
    const { said } = patchedObject(reference, { op: 'remove', path: '/spec' });
    expect(said).toEqual([`patch("${reference}"): there is no ${reference} here\n      → ${remedy}`]);
  });
});

describe('in a stack', () => {
  const stack = (patch: (stack: LoggingStack) => void) =>
    appWith((app) => patch(new LoggingStack(app, 'loki', { namespace: 'loki' })));

  test('fields younger than the types of cdk8s-plus reach the file', () => {
    const app = stack((loki) => {
      loki.patch('Deployment/loki-grafana', {
        op: 'add',
        path: '/spec/template/spec/initContainers/0/restartPolicy',
        value: 'Always',
      });
      loki.patch('Service/loki', { op: 'add', path: '/spec/trafficDistribution', value: 'PreferClose' });
    });
    expect(objectOf(app, 'Deployment/loki-grafana').spec.template.spec.initContainers[0].restartPolicy).toBe('Always');
    expect(objectOf(app, 'Service/loki').spec.trafficDistribution).toBe('PreferClose');
  });

  test.each([
    ['Secret/loki', '/stringData/loki.yaml', 'StatefulSet/loki'],
    ['ConfigMap/loki-promtail', '/data/promtail.yaml', 'DaemonSet/loki-promtail'],
    ['ConfigMap/loki-grafana', '/data/grafana.ini', 'Deployment/loki-grafana'],
  ] as const)('a patch of the data of %s rolls the pods that read it', (reference, path, workload) => {
    const checksum = (app: ReturnType<typeof stack>) =>
      objectOf(app, workload).spec.template.metadata.annotations['checksum/config'];
    const before = checksum(stack(() => {}));
    expect(checksum(stack((loki) => loki.patch(reference, { op: 'replace', path, value: 'a: b\n' })))).not.toBe(before);
    const label = { op: 'add', path: '/metadata/labels/team', value: 'logs' } as const;
    expect(checksum(stack((loki) => loki.patch(reference, label)))).toBe(before);
  });

  test('what is wrong after a patch is refused as anything else', () => {
    const problems = problemsOf((app) =>
      new LoggingStack(app, 'loki', { namespace: 'loki' }).patch('Service/loki', {
        op: 'replace',
        path: '/spec/ports/0/targetPort',
        value: 'htpp',
      }),
    );
    expect(problems).toEqual([
      '[loki] Service/loki spec.ports[0].targetPort: no container of the selected pods serves "htpp"\n      → use one of "http-metrics", 3100',
    ]);
  });

  test('a miss is refused with the path of the stack', () => {
    const problems = problemsOf((app) =>
      new LoggingStack(app, 'logs', { namespace: 'loki' }).loki.patch('StatefulSet/logs', {
        op: 'remove',
        path: '/spce',
      }),
    );
    expect(problems).toEqual([
      '[logs] loki.patch("StatefulSet/logs") /spce: leads nowhere: the object has no "spce"\n      → did you mean "spec"?',
    ]);
  });
});

describe('in anybody’s App', () => {
  const chart = () => new Chart(new App(), 'logs', { namespace: 'logs' });

  test('a patch is in what is written', () => {
    const logs = chart();
    new Loki(logs, 'loki').patch('StatefulSet/loki', { op: 'replace', path: '/spec/replicas', value: 0 });
    const statefulSet = Testing.synth(logs).find(({ kind }: { kind: string }) => kind === 'StatefulSet');
    expect(statefulSet.spec.replicas).toBe(0);
  });

  test('a miss stops synth', () => {
    const logs = chart();
    new Loki(logs, 'loki').patch('StatefulSet/lokki', { op: 'remove', path: '/spec' });
    expect(() => (logs.node.root as App).synthYaml()).toThrow(
      'patch("StatefulSet/lokki"): there is no StatefulSet/lokki here\n      → did you mean "StatefulSet/loki"?',
    );
  });
});
