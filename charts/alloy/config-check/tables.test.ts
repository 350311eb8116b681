import { type BodySpec, tables } from './tables';
import { nameOf } from './types';

const { components, functions, constants } = tables();

/** A block's attributes and blocks as short texts. */
const shown = ({ attributes, blocks }: BodySpec): unknown => [
  [...attributes.values()].map(
    ({ name, type, isRequired, since, values, preset }) =>
      `${name}${isRequired ? '!' : ''} ${nameOf(type)} ${since ?? ''} ${values?.join('|') ?? ''} ${preset ?? ''}`,
  ),
  [...blocks.values()].map(({ name, isRequired, isRepeatable, since }) =>
    [name, isRequired ? 'required' : '', isRepeatable ? 'repeatable' : '', since ?? ''].filter(Boolean).join(' '),
  ),
];

test('every component, configuration block, function and constant is there', () => {
  expect([components.size, functions.size, constants.size]).toEqual([28, 27, 4]);
  expect([...components.values()].filter(({ hasLabel }) => !hasLabel).map(({ name }) => name)).toEqual([
    'logging',
    'tracing',
    'http',
    'livedebugging',
  ]);
});

test('a component has its attributes, blocks and exports', () => {
  const write = components.get('loki.write');
  expect(write && shown(write.body)).toEqual([
    ['external_labels an object of strings   {}', 'max_streams a number   0'],
    ['endpoint repeatable', 'wal'],
  ]);
  expect([...(write?.exports ?? [])].map(([name, type]) => `${name} ${nameOf(type)}`)).toEqual([
    'receiver a loki.LogsReceiver',
  ]);
});

test('blocks that are the same in several places are the same', () => {
  const files = components.get('loki.source.file')?.body.blocks.get('file_match');
  expect(files?.since).toBe('1.12');
  const tls = ['endpoint', 'oauth2', 'tls_config'].reduce(
    (body, name) => body?.blocks.get(name)?.body,
    components.get('loki.write')?.body,
  );
  expect(tls && shown(tls)).toEqual([
    expect.arrayContaining(['key_pem a secret   ""', 'min_version a string  TLS10|TLS11|TLS12|TLS13 ""']),
    [],
  ]);
});

test('stages hold stages', () => {
  let body = components.get('loki.process')?.body;
  for (let depth = 0; depth < 4; depth++) {
    expect(body?.blocks.size).toBe(31);
    body = body?.blocks.get('stage.match')?.body;
  }
});

test('releases, stability and old names are known', () => {
  expect(components.get('loki.enrich')).toMatchObject({ since: '1.8', stability: 'experimental', hasLabel: true });
  expect(functions.get('sys.env')).toMatchObject({
    since: '1.4',
    oldName: 'env',
    stability: undefined,
    args: ['name'],
  });
  expect(functions.get('array.group_by')).toMatchObject({
    since: '1.10',
    stability: 'experimental',
    oldName: undefined,
  });
  expect(functions.get('json_path')?.args).toEqual(['json string', 'path']);
});

test('no line of the tables is lost', () => {
  let count = 0;
  const visit = ({ attributes, blocks }: BodySpec, isMatch: boolean): void => {
    for (const { type, preset, isRequired } of attributes.values()) {
      count++;
      expect(nameOf(type)).not.toBe('a value');
      expect(isRequired || JSON.parse(preset ?? '') !== undefined).toBe(true);
    }
    // The stages of a stage are counted once.
    if (!isMatch) for (const { name, body } of blocks.values()) visit(body, name === 'stage.match');
  };
  for (const { body } of components.values()) visit(body, false);
  expect(count).toBe(836);
});
