import { attribute, block, ref } from '../syntax/values';
import { checkAlloyConfig } from './check-alloy-config';

/** A chain of components with which nothing is wrong. */
const CHAIN = `
discovery.kubernetes "pods" {
  role = "pod"
}

discovery.relabel "pods" {
  targets = discovery.kubernetes.pods.targets

  rule {
    source_labels = ["__meta_kubernetes_namespace"]
    target_label  = "namespace"
  }
}

loki.source.kubernetes "pods" {
  targets    = discovery.relabel.pods.output
  forward_to = [loki.process.pods.receiver]
}

loki.process "pods" {
  forward_to = [loki.write.default.receiver]

  stage.match {
    selector = "{app=\\"nginx\\"}"

    stage.labels {
      values = {level = "", app = null}
    }
  }
}

loki.write "default" {
  endpoint {
    url = "http://" + coalesce(sys.env("LOKI"), "loki") + ":3100/loki/api/v1/push"
  }
}
`;

type Row = readonly [line: number | undefined, path: string, message: string, remedy: string];

const rowsOf = (config: Parameters<typeof checkAlloyConfig>[0], release: string, severity: string): Row[] =>
  checkAlloyConfig(config, release)
    .filter((problem) => problem.severity === severity)
    .map(({ line, path, message, remedy }) => [line, path, message, remedy]);

const errors = (text: string, release = '1.18.1'): Row[] => rowsOf(text, release, 'error');

const warnings = (text: string, release = '1.18.1'): Row[] => rowsOf(text, release, 'warning');

/** What is wrong with an attribute of `loki.write "w" > endpoint`, its path left out. */
const inEndpoint = (text: string, release = '1.18.1'): (readonly [string, string])[] =>
  errors(`loki.write "w" {\n endpoint {\n url = "x"\n ${text}\n }\n}`, release).map(([, , message, remedy]) => [
    message,
    remedy,
  ]);

/** The same of `loki.process "p"`. */
const inProcess = (text: string, release = '1.18.1'): Row[] =>
  errors(`loki.process "p" {\n forward_to = []\n ${text}\n}`, release);

test('nothing is wrong with a good configuration, in any release', () => {
  expect(checkAlloyConfig(CHAIN, '1.18.1')).toEqual([]);
  expect(checkAlloyConfig(CHAIN.replaceAll('sys.env', 'env'), '1.0.0')).toEqual([]);
  expect(checkAlloyConfig('', '1.18.1')).toEqual([]);
});

test('a configuration that is a value is checked like its text', () => {
  const write = block('loki.write', 'w', [block('endpoint', [attribute('ulr', 'x')])]);
  expect(rowsOf([write], '1.18.1', 'error')).toEqual([
    [3, 'loki.write "w" > endpoint > ulr', 'is no attribute of endpoint in Alloy 1.18.1', 'did you mean "url"?'],
  ]);
  expect(rowsOf([block('loki.process', 'a b', [attribute('forward_to', [ref('x..y')])])], '1.18.1', 'error')).toEqual([
    [undefined, 'loki.process "a b"', 'has the label "a b", which is no identifier', 'write "a_b"'],
    [undefined, 'loki.process "a b" > forward_to[0]', '"x..y" is no reference', 'write identifiers, joined by dots'],
  ]);
});

test('a release that is not known is refused, and nothing else', () => {
  expect(errors('x = 1', '1.20.0')).toEqual([
    [undefined, 'release', 'alloy 1.20.0 is not known: its lines are 1.0 … 1.19', 'did you mean "1.19.0"?'],
  ]);
});

test.each([
  ["a = 'x'", 'write it in double quotes'],
  ['# c', 'begin comments with //'],
  ['a: 1', 'write = between a name and its value'],
  ['a = "x', 'close it on the same line, or write it between backquotes'],
  ['a = "\\d"', 'write the backslash twice, or the string between backquotes'],
  ['a = [1\n]', 'write a comma; after the last one too, if the bracket that closes has a line of its own'],
  ['a.b = 1', 'write a block, name { … }, or a name without dots'],
  ['a "b" = 1', 'take the label out'],
  ['a `b` {}', 'write the label in double quotes'],
  ['a "b-c" {}', 'write letters, digits and "_", no digit first'],
  ['a\n{ }', 'write name = value, or name "label" { … } with the brace on the same line'],
  ['a = 1 b = 2', 'write one setting a line'],
  ['a {', 'close the bracket'],
  ['a = b { }', 'write the block without =, or an object: {name = value}'],
  ['a = /* x', 'close it with */'],
  ['a = 1 & 2', 'write it twice'],
  ['a = 1e', 'write digits after the e'],
  ['a = "\\u12"', 'write \\xHH, \\uHHHH or \\UHHHHHHHH with hexadecimal digits, or the backslash twice'],
  ['a = \0', 'save the file as UTF-8, without control characters'],
  ['a = $', 'take it out, or write it in a string'],
  [`a = ${'['.repeat(20_000)}`, 'write fewer levels'],
])('a text that is no Alloy is refused with a remedy: %j', (text, remedy) => {
  expect(errors(text)[0]).toEqual([expect.any(Number), '', expect.stringMatching(/, at column \d+$/), remedy]);
});

describe('a component', () => {
  test('that there is not is refused with the one that was meant', () => {
    expect(errors('loki.wirte "a" {\n}')).toEqual([
      [1, 'loki.wirte "a"', 'is no component of Alloy 1.18.1', 'did you mean "loki.write"?'],
    ]);
    expect(errors('discovry.kubernetes "a" { }')[0]?.[3]).toBe('did you mean "discovery.kubernetes"?');
    expect(errors('loki.journal "a" { }')[0]?.[3]).toBe('did you mean "loki.source.journal"?');
    expect(errors('endpoint { }')[0]?.[3]).toBe('it belongs in loki.write');
    expect(errors('scrape_configs { }')[0]?.[3]).toBe('write the name of a component, such as loki.write');
  });

  test('that the tables do not have is left alone, but for its label and what it refers to', () => {
    expect(checkAlloyConfig('prometheus.scrape "a" {\n whatever = 1\n}', '1.18.1')).toEqual([]);
    expect(errors('prometheus.scrape { }')).toEqual([
      [
        1,
        'prometheus.scrape',
        'has no label, by which others would refer to it',
        'write prometheus.scrape "default" {',
      ],
    ]);
    expect(errors('otelcol.exporter.otlp "a" {\n client {\n  endpoint = loki.a.b\n }\n}')).toEqual([
      [
        3,
        'otelcol.exporter.otlp "a" > client > endpoint',
        'refers to loki.a.b, but nothing is called loki',
        'refer to a component of this configuration, or write it in quotes if it is a text',
      ],
    ]);
    expect(warnings('otelcol.processor.brandnew "a" { }')).toEqual([
      [
        1,
        'otelcol.processor.brandnew "a"',
        'is not known here, and nothing in it is checked',
        'see that this release has it',
      ],
    ]);
  });

  test('needs a label of its own', () => {
    expect(errors('loki.echo { }')).toEqual([
      [1, 'loki.echo', 'has no label, by which others would refer to it', 'write loki.echo "default" {'],
    ]);
    expect(errors('loki.echo "a" { }\nloki.echo "a" { }')).toEqual([
      [2, 'loki.echo "a"', 'is there twice, first on line 1', 'give one another label'],
    ]);
  });

  test('of a later release is refused, of an unstable one is warned of', () => {
    const text = 'loki.secretfilter "a" {\n forward_to = []\n}';
    expect(errors(text, '1.4.3')).toEqual([
      [
        1,
        'loki.secretfilter "a"',
        'is not there yet: it came with Alloy 1.5',
        'take it out, or take Alloy 1.5 or newer',
      ],
    ]);
    expect(errors(text)).toEqual([]);
    expect(warnings(text)).toEqual([
      [
        1,
        'loki.secretfilter "a"',
        'is public-preview, and Alloy refuses it unless told otherwise',
        'start it with --stability.level=public-preview',
      ],
    ]);
  });
});

test('a configuration block has no label, and comes once', () => {
  expect(errors('logging "a" { }\nlogging { }\nlogging { }')).toEqual([
    [1, 'logging "a"', 'has the label "a", and takes none', 'take the label out'],
    [3, 'logging', 'is there twice, first on line 2', 'keep one of the two'],
  ]);
  expect(errors('remotecfg "a" { }')).toEqual([
    [1, 'remotecfg "a"', 'has the label "a", and takes none', 'take the label out'],
  ]);
});

test('an attribute outside of a block is refused', () => {
  expect(errors('level = "info"')).toEqual([
    [1, 'level', 'is an attribute outside of a block', 'put it into the block that it is of'],
  ]);
});

describe('a block', () => {
  test('has the attributes and blocks that the tables name', () => {
    expect(errors('loki.write "w" {\n url = "x"\n endpiont {\n  url = "x"\n }\n}')).toEqual([
      [2, 'loki.write "w" > url', 'is no attribute of loki.write in Alloy 1.18.1', 'it belongs in endpoint { … }'],
      [3, 'loki.write "w" > endpiont', 'is no block of loki.write in Alloy 1.18.1', 'did you mean "endpoint"?'],
    ]);
    expect(errors('loki.write "w" {\n endpoint = "x"\n}')[0]?.slice(2)).toEqual([
      'is a block, not an attribute',
      'write endpoint { … }',
    ]);
    expect(errors('loki.process "p" {\n forward_to { }\n}')[0]?.slice(2)).toEqual([
      'is an attribute, not a block',
      'write forward_to = …',
    ]);
    expect(inProcess('drop {\n older_than = "1h"\n }')).toEqual([
      [3, 'loki.process "p" > drop', 'is no block of loki.process in Alloy 1.18.1', 'did you mean "stage.drop"?'],
    ]);
    expect(inProcess('stage.cri {\n colour = 1\n }')[0]?.[3]).toBe(
      'take it out, or write one of max_partial_lines, max_partial_line_size, max_partial_line_size_truncate',
    );
    expect(inProcess('stage.docker {\n colour = 1\n }')[0]?.[3]).toBe('take it out');
  });

  test('has each attribute, and each block that is not a list of them, once', () => {
    expect(errors('loki.write "w" {\n max_streams = 1\n max_streams = 2\n wal { }\n wal { }\n}')).toEqual([
      [3, 'loki.write "w" > max_streams', 'is there twice, first on line 2', 'keep one of the two'],
      [5, 'loki.write "w" > wal[1]', 'is there twice, first on line 4', 'keep one of the two'],
    ]);
    expect(errors('loki.write "w" {\n endpoint {\n url = "a"\n }\n endpoint {\n url = "b"\n }\n}')).toEqual([]);
  });

  test('has what it needs', () => {
    expect(errors('loki.write "w" {\n endpoint { }\n endpoint { }\n}')).toEqual([
      [2, 'loki.write "w" > endpoint[0]', 'has no url, which it needs', 'write url = …'],
      [3, 'loki.write "w" > endpoint[1]', 'has no url, which it needs', 'write url = …'],
    ]);
    expect(inProcess('stage.truncate { }')).toEqual([
      [3, 'loki.process "p" > stage.truncate', 'has no block rule, which it needs', 'write rule { … }'],
    ]);
  });

  test('is not said to lack what is only misspelt', () => {
    expect(errors('loki.process "p" {\n forwrad_to = []\n}')).toEqual([
      [
        2,
        'loki.process "p" > forwrad_to',
        'is no attribute of loki.process in Alloy 1.18.1',
        'did you mean "forward_to"?',
      ],
    ]);
  });

  test('has what its release has', () => {
    const remedy = 'take it out, or take Alloy 1.12 or newer';
    expect(inProcess('stage.truncate {\n rule {\n  limit = "1KiB"\n }\n }', '1.11.3')).toEqual([
      [3, 'loki.process "p" > stage.truncate', 'is not there yet: it came with Alloy 1.12', remedy],
    ]);
    expect(inProcess('stage.luhn {\n delimiters = "-"\n }', '1.11.3')).toEqual([
      [4, 'loki.process "p" > stage.luhn > delimiters', 'is not there yet: it came with Alloy 1.12', remedy],
    ]);
    expect(inProcess('stage.luhn {\n delimiters = "-"\n }', '1.12.0')).toEqual([]);
    // What came later is no guess either.
    expect(inProcess('stage.luhn {\n delimiter = "-"\n }', '1.11.3')[0]?.[3]).not.toContain('delimiters');
  });

  test('inside of a component has no label', () => {
    expect(inProcess('stage.cri "x" { }')).toEqual([
      [3, 'loki.process "p" > stage.cri', 'has the label "x", and takes none', 'take the label out'],
    ]);
  });
});

describe('a value', () => {
  test.each([
    ['name = true', 'true is not a string', 'write "true"'],
    ['name = ["a"]', 'is a list of strings, not a string', 'write one, without brackets'],
    ['max_backoff_retries = "many"', '"many" is not a number', 'write a number, such as 10'],
    ['enable_http2 = "false"', '"false" is not a boolean', 'write false, without quotes'],
    ['enable_http2 = 1', '1 is not a boolean', 'write true or false'],
    ['batch_wait = "1d"', '"1d" is not a duration', 'write "24h"'],
    ['batch_wait = "90 s"', '"90 s" is not a duration', 'write "90s"'],
    ['batch_wait = 5', '5 is not a duration', 'write a unit, such as "5s"'],
    ['batch_wait = "soon"', '"soon" is not a duration', 'write a number and a unit, such as "5m"'],
    ['batch_size = 1048576', '1048576 is not a size', 'write "1048576B"'],
    ['batch_size = "10 mb"', '"10 mb" is not a size', 'write "10MiB"'],
    ['batch_size = "big"', '"big" is not a size', 'write a number and a unit, such as "1MiB"'],
    ['headers = ["a"]', 'is a list of strings, not an object of strings', 'write an object of strings'],
    ['headers = "a"', '"a" is not an object of strings', 'write it as an object: {name = "value"}'],
    ['headers = {a = true}', 'true is not a string', 'write "true"'],
  ])('of the wrong type is refused: %s', (text, message, remedy) => {
    expect(inEndpoint(text)).toEqual([[message, remedy]]);
  });

  test('that Alloy turns into what is wanted is taken', () => {
    expect(
      inEndpoint(
        'name = 5\n max_backoff_retries = "7"\n batch_wait = 0\n batch_size = "1.5MiB"\n headers = {a = 1}\n remote_timeout = null\n min_backoff_period = "1h2m3.5s"\n tenant_id = sys.env("T")\n retry_on_http_429 = sys.env("A") == "1"',
      ),
    ).toEqual([]);
  });

  test('that is one of a few is one of them', () => {
    expect(errors('logging {\n level = "warning"\n}')).toEqual([
      [2, 'logging > level', '"warning" is none of "debug", "info", "warn", "error"', 'write one of them'],
    ]);
    expect(errors('logging {\n level = "INFO"\n format = "json"\n}')).toEqual([]);
    expect(errors('logging {\n format = "jsn"\n}')[0]?.[3]).toBe('did you mean "json"?');
    expect(errors('http {\n tls {\n curve_preferences = ["X25519", "P1"]\n }\n}')).toEqual([
      [
        3,
        'http > tls > curve_preferences[1]',
        '"P1" is none of "CurveP256", "CurveP384", "CurveP521", "X25519"',
        'write one of them',
      ],
    ]);
  });

  test('that may be a secret is not shown', () => {
    const texts = ['bearer_token = 1234567', 'http_headers = {a = "hunter2"}', 'proxy_connect_header = "hunter2"'];
    const said = texts.flatMap((text) => inEndpoint(text));
    expect(said).toEqual([
      ['what is written is not a secret', 'write it in quotes'],
      ['what is written is not a list of secrets', 'write it in brackets'],
      ['what is written is not an object of lists of secrets', 'write it as an object: {name = "value"}'],
    ]);
    expect(JSON.stringify(said)).not.toMatch(/hunter2|1234567/);
  });

  test('in a list of objects has its path', () => {
    expect(errors('discovery.relabel "r" {\n targets = [{a = "b"}, {"c d" = [1]}, 7]\n}')).toEqual([
      [
        2,
        'discovery.relabel "r" > targets[1] > c d',
        'is a list of numbers, not a string',
        'write one, without brackets',
      ],
      [
        2,
        'discovery.relabel "r" > targets[2]',
        '7 is not an object of strings',
        'write it as an object: {name = "value"}',
      ],
    ]);
  });
});

describe('a reference', () => {
  const forward = (to: string, more = ''): Row[] =>
    errors(
      `loki.process "p" {\n forward_to = ${to}\n}\nloki.write "default" { }\nloki.source.api "api" {\n forward_to = []\n}\n${more}`,
    );

  test('leads to a component and an export that are there', () => {
    expect(forward('[loki.write.defualt.receiver]')).toEqual([
      [
        2,
        'loki.process "p" > forward_to[0]',
        'refers to loki.write.defualt.receiver, but there is no loki.write "defualt"',
        'did you mean loki.write.default.receiver?',
      ],
    ]);
    expect(forward('[loki.write.default.reciever]')[0]?.slice(2)).toEqual([
      'refers to loki.write.default.reciever, which loki.write.default does not export',
      'did you mean loki.write.default.receiver?',
    ]);
    expect(forward('[loki.write.default.output]')[0]?.[3]).toBe('write loki.write.default.receiver');
    expect(forward('[loki.source.api.api.receiver]')[0]?.slice(2)).toEqual([
      'refers to loki.source.api.api.receiver, but loki.source.api.api exports nothing',
      'refer to another component',
    ]);
    expect(errors('loki.process "p" {\n forward_to = [loki.echo.out.receiver]\n}')[0]?.[3]).toBe(
      'add loki.echo "out" { … }, or refer to another component',
    );
  });

  test('is of the type that is wanted', () => {
    expect(forward('loki.write.default.receiver')).toEqual([
      [
        2,
        'loki.process "p" > forward_to',
        'is a loki.LogsReceiver, not a list of loki.LogsReceivers',
        'put it in brackets: [loki.write.default.receiver]',
      ],
    ]);
    expect(forward('"loki.write.default.receiver"')[0]?.[3]).toBe(
      'write it without quotes: [loki.write.default.receiver]',
    );
    expect(forward('["loki.write.default.receiver"]')[0]?.[3]).toBe(
      'write it without quotes: loki.write.default.receiver',
    );
    const relabel = 'discovery.relabel "r" {\n targets = []\n}';
    expect(forward('[discovery.relabel.r.output]', relabel)[0]?.slice(2)).toEqual([
      'is a list of objects of strings, not a loki.LogsReceiver',
      'did you mean loki.write.default.receiver?',
    ]);
    expect(
      errors('loki.source.file "f" {\n targets = loki.echo.e.receiver\n forward_to = []\n}\nloki.echo "e" { }'),
    ).toEqual([
      [
        2,
        'loki.source.file "f" > targets',
        'is a loki.LogsReceiver, not a list of objects of strings',
        'write a list of objects of strings',
      ],
    ]);
    expect(errors('loki.source.api "a" {\n relabel_rules = []\n forward_to = []\n}')[0]?.slice(2)).toEqual([
      'is a list, not a RelabelRules',
      'refer to an export that is a RelabelRules',
    ]);
  });

  test('to a secret is no plain string', () => {
    const secret = 'remote.kubernetes.secret "s" {\n namespace = "a"\n name = "b"\n}';
    const using = (text: string): Row[] =>
      errors(`loki.write "w" {\n endpoint {\n  url = "x"\n  basic_auth {\n   ${text}\n  }\n }\n}\n${secret}`);
    const data = 'remote.kubernetes.secret.s.data["x"]';
    expect(using(`password = ${data}`)).toEqual([]);
    expect(using(`username = convert.nonsensitive(${data})`)).toEqual([]);
    expect(using(`username = ${data}`)).toEqual([
      [
        5,
        'loki.write "w" > endpoint > basic_auth > username',
        'is a secret, not a string',
        'write convert.nonsensitive(…), if it may be seen',
      ],
    ]);
    expect(using(`username = "a" + ${data}`)[0]?.[2]).toBe('is a secret, not a string');
    const file = (isSecret: string): Row[] =>
      errors(`local.file "f" {\n filename = "a"\n ${isSecret}\n}\nlogging {\n format = local.file.f.content\n}`);
    expect([file(''), file('is_secret = false'), file('is_secret = sys.env("S") == "1"')]).toEqual([[], [], []]);
    expect(file('is_secret = true')[0]?.[3]).toBe(
      'write convert.nonsensitive(local.file.f.content), if it may be seen',
    );
  });

  test('does not lead back to where it comes from', () => {
    const process = (label: string, to: string): string => `loki.process "${label}" {\n forward_to = [${to}]\n}\n`;
    expect(errors(process('a', 'loki.process.a.receiver'))).toEqual([
      [1, 'loki.process "a"', 'refers to itself', 'take one of the references out'],
    ]);
    const round = process('a', 'loki.process.b.receiver') + process('b', 'loki.process.c.receiver');
    expect(
      errors(`${process('z', 'loki.process.a.receiver')}${round}${process('c', 'loki.process.a.receiver')}`),
    ).toEqual([
      [
        4,
        'loki.process "a"',
        'goes round: loki.process.a → loki.process.b → loki.process.c → loki.process.a',
        'take one of the references out',
      ],
    ]);
  });

  test('is found wherever it stands', () => {
    const names = '["x" + nope.a, f(nope.b), {k = -nope.c}, (nope.d)[nope.e]].f';
    expect(inProcess(`stage.static_labels {\n values = ${names}\n }`).map(([, , message]) => message)).toEqual(
      ['nope.a', 'f', 'nope.b', 'nope.c', 'nope.e', 'nope.d'].map(
        (name) => `refers to ${name}, but nothing is called ${name.split('.')[0]}`,
      ),
    );
  });
});

describe('a function', () => {
  const label = (text: string, release = '1.18.1') =>
    checkAlloyConfig(
      `loki.process "p" {\n forward_to = []\n stage.static_labels {\n  values = {a = ${text}}\n }\n}`,
      release,
    ).map(({ severity, message, remedy }) => [severity, message, remedy]);

  test('that there is not is refused with the one that was meant', () => {
    expect(label('sys.evn("A")')).toEqual([
      ['error', 'sys.evn is no function or constant of Alloy 1.18.1', 'did you mean sys.env?'],
    ]);
    expect(label('constants.hostnam')).toEqual([
      ['error', 'constants.hostnam is no function or constant of Alloy 1.18.1', 'did you mean constants.hostname?'],
    ]);
    expect(label('coalese("a")')[0]?.[2]).toBe('did you mean coalesce?');
    expect(label('string.capitalise("a")')[0]?.[2]).toBe('take it out');
  });

  test('has its release, its old name and its stability', () => {
    expect(label('sys.env("A")', '1.3.1')).toEqual([
      ['error', 'sys.env is not there yet: it came with Alloy 1.4', 'write env, or take Alloy 1.4 or newer'],
    ]);
    expect(label('encoding.to_json({})', '1.7.0')).toEqual([
      ['error', 'encoding.to_json is not there yet: it came with Alloy 1.8', 'take Alloy 1.8 or newer'],
    ]);
    expect(label('env("A")', '1.3.1')).toEqual([]);
    expect(label('env("A")')).toEqual([['warning', 'env is the old name of sys.env', 'write sys.env']]);
    expect(label('array.combine_maps([], [], ["a"])[0]["a"]')).toEqual([
      [
        'warning',
        'array.combine_maps is experimental, and Alloy refuses it unless told otherwise',
        'start it with --stability.level=experimental',
      ],
    ]);
  });

  test('takes as many arguments as it has, and is called', () => {
    expect(label('string.trim("a")')).toEqual([
      ['error', 'string.trim takes 2 arguments, not 1', 'write string.trim(string, cutset)'],
    ]);
    expect(label('sys.env()')[0]?.[1]).toBe('sys.env takes 1 argument, not 0');
    expect(label('string.format()')).toEqual([
      ['error', 'string.format takes 1 arguments or more, not 0', 'write string.format(format, values…)'],
    ]);
    expect(label('coalesce()')).toEqual([]);
    expect(label('sys.env')).toEqual([['error', 'is a function, not a string', 'call it: sys.env(…)']]);
    expect(label('constants.os()')).toEqual([
      ['error', 'constants.os is a string, and cannot be called', 'take the parentheses out'],
    ]);
  });

  test('gives what it gives', () => {
    expect(label('string.split("a", ",")')).toEqual([
      ['error', 'is a list of strings, not a string', 'take one of them, such as …[0]'],
    ]);
    expect(label('string.split("a", ",")[0]')).toEqual([]);
    expect(label('encoding.from_json("{}")["a"].b')).toEqual([]);
    expect(label('"a" + 1')).toEqual([['error', 'adds a string and a number', 'write the number in quotes']]);
    expect(label('1 + 2 * 3')).toEqual([]);
    expect(label('1 < 2')).toEqual([['error', 'is a boolean, not a string', 'write a string']]);
  });
});

describe('a module', () => {
  const MINE = `declare "mine" {
  argument "url" { }

  argument "name" {
    optional = true
  }

  export "receiver" {
    value = loki.write.inner.receiver
  }

  loki.write "inner" {
    endpoint {
      url = argument.url.value
    }
  }
}
`;

  test('is a component of its own: arguments, exports, and nothing from outside', () => {
    const use = 'mine "a" {\n url = "x"\n}\nloki.process "p" {\n forward_to = [mine.a.receiver]\n}\n';
    expect(errors(MINE + use)).toEqual([]);
    expect(errors(`${MINE}mine "a" {\n nmae = "x"\n}\n`)).toEqual([
      [18, 'mine "a"', 'has no url, which it needs', 'write url = …'],
      [19, 'mine "a" > nmae', 'is no attribute of mine in Alloy 1.18.1', 'did you mean "name"?'],
    ]);
    expect(errors(`${MINE}${use.replace('mine.a.receiver', 'mine.a.output')}`)[0]?.slice(2)).toEqual([
      'refers to mine.a.output, which mine.a does not export',
      'write mine.a.receiver',
    ]);
    const outside = MINE.replace('loki.write.inner.receiver', 'loki.write.outer.receiver');
    expect(errors(`${outside}loki.write "outer" { }`)).toEqual([
      [
        9,
        'declare "mine" > export "receiver" > value',
        'refers to loki.write.outer.receiver, but there is no loki.write "outer"',
        'did you mean loki.write.inner.receiver?',
      ],
    ]);
  });

  test('that is imported is not looked into', () => {
    const text =
      'import.file "lib" {\n filename = "lib.alloy"\n}\nlib.thing "a" {\n x = lib.thing.b.out\n}\nlib.thing "b" { }\n';
    expect(errors(text)).toEqual([]);
    expect(errors(text.replace('"b"', '"c"'))[0]?.slice(1, 3)).toEqual([
      'lib.thing "a" > x',
      'refers to lib.thing.b.out, but nothing is called lib',
    ]);
  });

  test('a template knows its item, and what is around it', () => {
    const each = (inner: string): Row[] =>
      errors(
        `foreach "f" {\n collection = ["a"]\n var = "item"\n template {\n  loki.process "p" {\n   forward_to = [${inner}]\n  }\n }\n}\nloki.write "w" { }\n`,
      );
    expect(each('loki.write.w.receiver, item["x"]')).toEqual([]);
    expect(each('loki.write.v.receiver')).toEqual([
      [
        6,
        'foreach "f" > template > loki.process "p" > forward_to[0]',
        'refers to loki.write.v.receiver, but there is no loki.write "v"',
        'did you mean loki.write.w.receiver?',
      ],
    ]);
    expect(errors('foreach "f" {\n collection = []\n var = "x"\n}')[0]?.slice(2)).toEqual([
      'has no block template, which it needs',
      'write template { … }',
    ]);
  });
});
