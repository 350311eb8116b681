import { inOrder } from './option-order';

test('what people look for comes first, what is unknown last, and nothing is lost', () => {
  const options = { zebra: 1, config: 2, apple: 3, version: 4, resources: undefined, adopt: 5, tenant: null };
  expect(Object.entries(inOrder(options))).toEqual([
    ['tenant', null],
    ['adopt', 5],
    ['version', 4],
    ['config', 2],
    ['zebra', 1],
    ['apple', 3],
  ]);
});
