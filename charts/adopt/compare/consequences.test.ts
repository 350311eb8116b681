import { objectOf } from '../../../test/release-objects';
import type { Manifest } from '../../kubernetes/manifest';
import { consequencesOf, isHarmful } from './consequences';

const spec = {
  selector: { matchLabels: { app: 'a' } },
  serviceName: 'a',
  template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'grafana/loki:3.0.0' }] } },
};
const theirs = objectOf('StatefulSet/a', { apiVersion: 'apps/v1', spec });
const claim = objectOf('PersistentVolumeClaim/b', { spec: { resources: { requests: { storage: '1Gi' } } } });

const ours = (change: object): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'a', namespace: 'logs' },
  spec: { ...spec, ...change },
});
const taken = [{ object: theirs, fate: { type: 'taken-over' } as const }];

test('what is only written otherwise has none', () => {
  const template = { ...spec.template, spec: { containers: [{ name: 'a', image: 'docker.io/grafana/loki:3.0.0' }] } };
  expect(consequencesOf(taken, [ours({ template })])).toEqual([]);
});

test('an object that has to be made anew is harmful, one that restarts is not', () => {
  const found = (change: object) => consequencesOf(taken, [ours(change)]);
  expect(
    found({
      selector: { matchLabels: { app: 'b' } },
      template: { ...spec.template, metadata: { labels: { app: 'b' } } },
    }),
  ).toContainEqual({
    object: 'StatefulSet/a',
    severity: 'recreate',
    message: expect.stringContaining('spec.selector'),
  });
  const [other] = found({
    template: { ...spec.template, spec: { containers: [{ name: 'a', image: 'grafana/loki:3.0.1' }] } },
  });
  expect(other).toMatchObject({ object: 'StatefulSet/a', severity: 'rollout' });
  expect([...found({ serviceName: 'b' }), other].map((each) => each !== undefined && isHarmful(each))).toEqual([
    true,
    false,
  ]);
  expect(isHarmful({ object: 'a', severity: 'data-loss', message: '' })).toBe(true);
});

test('what is in no file stays in the cluster, and is lost by nothing', () => {
  const left = [{ object: claim, fate: { type: 'left', reason: 'x' } as const }];
  const stays = [{ object: claim, fate: { type: 'stays', reason: 'x' } as const }];
  expect(consequencesOf([...taken, ...left], [ours({})])).toEqual([]);
  expect(consequencesOf([...taken, ...stays], [ours({})])).toEqual([]);
});
