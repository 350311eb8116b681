import type { Stage } from '../model/stages';
import { testPipeline } from '../testing/test-pipeline';
import { dropHealthChecks } from './health-checks';
import { levels } from './levels';
import { REDACTIONS, redact } from './redact';
import { stackTraces, TRACE_LANGUAGES, type TraceLanguage } from './stack-traces';

/** What becomes of lines that one container wrote. */
const linesAfter = (stages: readonly Stage[], lines: readonly string[]): string[] =>
  lines
    .reduce((target, line) => target.line(line), testPipeline({ stages }).pod())
    .streams.flatMap(({ entries }) => entries.map(({ line }) => line));

const TRACES: { readonly [Language in TraceLanguage]: string } = {
  java: [
    '2026-01-01 12:00:00 ERROR Exception in thread "main" java.lang.IllegalStateException: no cart',
    '\tat com.example.Cart.pay(Cart.java:42)',
    '\tat com.example.Main.main(Main.java:7)',
    'Caused by: java.io.IOException: connection reset',
    '\t... 12 more',
  ].join('\n'),
  python: [
    'ERROR:shop:payment failed',
    'Traceback (most recent call last):',
    '  File "/app/cart.py", line 42, in pay',
    '    raise PaymentError("no funds")',
    'shop.errors.PaymentError: no funds',
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "/app/main.py", line 7, in <module>',
    'SystemExit: 1',
  ].join('\n'),
  go: [
    'panic: runtime error: index out of range [5] with length 3',
    '',
    'goroutine 1 [running]:',
    'main.(*cart).pay(0xc000012345, {0x1, 0x2})',
    '\t/app/cart.go:42 +0x1d',
    'main.main()',
    '\t/app/main.go:7 +0x20',
    'exit status 2',
  ].join('\n'),
  nodejs: [
    'TypeError: cannot read properties of undefined',
    '    at pay (/app/cart.js:42:11)',
    '    at main (/app/main.js:7:3) {',
    "  code: 'ERR'",
    '}',
    'Node.js v22.3.0',
  ].join('\n'),
  dotnet: [
    'Unhandled exception. System.InvalidOperationException: no cart',
    ' ---> System.IO.IOException: connection reset',
    '   at Shop.Cart.Pay() in /app/Cart.cs:line 42',
    '   --- End of inner exception stack trace ---',
    '   at Shop.Program.Main() in /app/Program.cs:line 7',
  ].join('\n'),
  ruby: [
    "cart.rb:42:in `pay': no funds (PaymentError)".replace('cart.rb', 'E, cart.rb'),
    "\tfrom main.rb:7:in `<main>'",
    "app/models/cart.rb:42:in `pay'",
  ].join('\n'),
  php: [
    'PHP Fatal error:  Uncaught Exception: no cart in /app/cart.php:42',
    'Stack trace:',
    '#0 /app/main.php(7): Cart->pay()',
    '#1 {main}',
    '  thrown in /app/cart.php on line 42',
  ].join('\n'),
};

describe('a stack trace is one entry, and what comes after it another', () => {
  test.each(TRACE_LANGUAGES)('%s', (language) => {
    const lines = ['an ordinary line', ...TRACES[language].split('\n'), 'another one'];
    expect(linesAfter(stackTraces(language), lines)).toEqual(['an ordinary line', TRACES[language], 'another one']);
  });

  test('of several languages at once', () => {
    // A line `TypeError: …` ends a trace of Python, and begins one of Node.js.
    const languages = TRACE_LANGUAGES.filter((language) => language !== 'nodejs');
    const all = languages.map((language) => TRACES[language]);
    const lines = all.flatMap((trace) => ['an ordinary line', ...trace.split('\n')]);
    expect(linesAfter(stackTraces(languages), lines)).toEqual(all.flatMap((trace) => ['an ordinary line', trace]));
  });

  test('and nothing is joined that does not belong together', () => {
    const lines = ['GET /a 200', 'GET /b 500', '{"level":"info"}', 'time=12:00 msg="x(y)"', 'done', 'started (pid 7)'];
    for (const language of TRACE_LANGUAGES) expect(linesAfter(stackTraces(language), lines)).toEqual(lines);
  });
});

describe('what a line should not tell', () => {
  test.each([
    ['email', 'mail to jane.doe+x@mail.example.com now', 'mail to <email> now'],
    ['iban', 'from DE89 3704 0044 0532 0130 00 to GB29NWBK60161331926819.', 'from <iban> to <iban>.'],
    ['credit-card', 'card 4111 1111 1111 1111, 378282246310005', 'card <credit-card>, <credit-card>'],
    ['bearer-token', 'Authorization: Bearer abc.def-123456 sent', 'Authorization: Bearer <bearer-token> sent'],
    ['aws-key', `id=${'AKIA'}${'IOSFODNN7EXAMPLE'} used`, 'id=<aws-key> used'],
    ['basic-auth', 'https://me:hunter2@example.com/', 'https://me:<basic-auth>@example.com/'],
    ['ipv4', 'from 10.0.0.7:443 and 256.1.1.1', 'from <ipv4>:443 and 256.1.1.1'],
    ['jwt', `token ${'eyJhbGciOiJIUzI1NiJ9'}.${'eyJzdWIiOiIxIn0'}.c2ln end`, 'token <jwt> end'],
    [
      'private-key',
      `${'-----BEGIN RSA PRIVATE'} KEY-----\nabc\n${'-----END RSA PRIVATE'} KEY-----`.replaceAll('\n', ' '),
      '<private-key>',
    ],
  ] as const)('%s', (kind, line, redacted) => {
    expect(linesAfter(redact([kind]), [line])).toEqual([redacted]);
  });

  test('and nothing else', () => {
    const lines = ['order 1234567890 at 12:00', 'v1.2.3-rc.1', 'user@host', 'GET /a/b?c=d 200 17ms', 'bearer of news'];
    expect(linesAfter(redact(REDACTIONS), lines)).toEqual(lines);
  });
});

describe('levels', () => {
  const levelOf = (line: string) => testPipeline({ stages: levels() }).pod().line(line).streams[0]?.labels.level;

  test.each([
    ['level=warn msg="x"', 'warn'],
    ['{"severity":"ERROR","msg":"x"}', 'error'],
    ['{"level": "warning"}', 'warn'],
    ['2026-01-01 12:00:00 INFO started', 'info'],
    ['[FATAL] out of memory', 'fatal'],
    ['INFO level=error', 'error'],
    ['PANIC: x', 'fatal'],
    ['lvl=crit', 'critical'],
    ['no errors, said the warning sign', undefined],
    ['', undefined],
  ])('of %j is %s', (line, level) => {
    expect(levelOf(line)).toBe(level);
  });

  test('may go with the line instead', () => {
    const [stream] = testPipeline({ stages: levels('structured_metadata') })
      .pod()
      .line('level=info').streams;
    expect(stream?.labels).not.toHaveProperty('level');
    expect(stream?.entries[0]?.metadata).toEqual({ level: 'info' });
  });
});

test('health checks are dropped, and what only looks like one is not', () => {
  const kept = ['GET /healthcare HTTP/1.1 200', 'POST /healthz 200', 'GET /api/metrics/cpu 200', 'status ok'];
  const dropped = [
    '10.0.0.1 - - "GET /healthz HTTP/1.1" 200',
    'GET /readyz?verbose 200',
    '"GET / HTTP/1.1" 200 "kube-probe/1.31"',
    'GET /-/ready HTTP/1.1',
    'HEAD /actuator/health/liveness 200',
  ];
  expect(linesAfter(dropHealthChecks(), [...dropped, ...kept])).toEqual(kept);
});
