import { checkInstance, objectLabels, selectorLabels } from './labels';

const IDENTITY = { name: 'loki', instance: 'logs', component: 'single-binary' };

test('the selector, which no release may ever change: an API server refuses another one', () => {
  expect(selectorLabels(IDENTITY)).toEqual({
    'app.kubernetes.io/component': 'single-binary',
    'app.kubernetes.io/instance': 'logs',
    'app.kubernetes.io/name': 'loki',
  });
});

test('objects carry what selects their pods, and who made them', () => {
  expect(objectLabels(IDENTITY)).toEqual({
    ...selectorLabels(IDENTITY),
    'app.kubernetes.io/managed-by': 'cdk8s-plg',
    'app.kubernetes.io/part-of': 'logs',
  });
});

test('an instance is a label’s value', () => {
  expect(checkInstance(undefined)).toEqual([]);
  expect(checkInstance('Logs_2.0')).toEqual([]);
  expect(checkInstance('my logs')).toEqual([
    {
      path: 'instance',
      message: '"my logs" is not a label value',
      remedy: 'write 63 characters at most: letters, digits, "-", "_", ".", a letter or digit at both ends',
    },
  ]);
});
