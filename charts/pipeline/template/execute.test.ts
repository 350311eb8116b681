import { compileTemplate } from './execute';
import { TemplateMistake } from './lexer';
import { ExecutionError, type GoMap } from './value';

const data = (): GoMap =>
  new Map([
    ['a', 'aBc'],
    ['level', 'warn'],
    ['empty', ''],
    ['list', 'a,b,c,d,e'],
    ['js', '{"k":[1,"x"]}'],
  ]);

const executed = (source: string): string => compileTemplate(source).execute(data());

// What Go's text/template makes of them, with the functions of sprig and Promtail.
test.each([
  ['{{ .a }}|{{ .missing }}|{{ . | len }}', 'aBc|<no value>|5'],
  [
    '{{ 1 }} {{ 1.50 }} {{ 1e21 }} {{ 0x1F }} {{ \'a\' }} {{ true }} {{ `raw` }} {{ "é\\t" }}',
    '1 1.5 1e+21 31 97 true raw é\t',
  ],
  ['{{ list 1 "a" nil }} {{ dict "b" 1 "a" 2 }} {{ 0.1 }} {{ 100000000.0 }}', '[1 a <nil>] map[a:2 b:1] 0.1 1e+08'],
  ['a {{- " b " -}} c {{/* comment */}} d {{- /* comment */ -}} e', 'a b c  de'],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  ['{{ $x := .a }}{{ $x }}{{ $x = "y" }}{{ $x }}', 'aBcy'],
  ['{{ if eq .level "warn" "info" }}yes{{ else }}no{{ end }}', 'yes'],
  ['{{ if .missing }}1{{ else if .empty }}2{{ else if .a }}3{{ else }}4{{ end }}', '3'],
  ['{{ with .a }}[{{ . }}]{{ end }}{{ with .empty }}never{{ else }}none{{ end }}', '[aBc]none'],
  ['{{ range $i, $v := list "x" "y" }}{{ $i }}={{ $v }};{{ end }}', '0=x;1=y;'],
  [
    '{{ range splitList "," .list }}{{ if eq . "b" }}{{ continue }}{{ end }}{{ if eq . "d" }}{{ break }}{{ end }}{{ . }}{{ end }}',
    'ac',
  ],
  ['{{ range $k, $v := dict "b" 1 "a" 2 }}{{ $k }}{{ $v }}{{ else }}never{{ end }}', 'a2b1'],
  ['{{ range list }}x{{ else }}none{{ end }}', 'none'],
  ['{{ define "t" }}<{{ . }}>{{ end }}{{ template "t" .a }}{{ block "u" 1 }}{{ . }}{{ end }}', '<aBc>1'],
  [
    '{{ and 1 0 2 }} {{ or 0 "" "x" }} {{ not "" }} {{ (index (list 1 2) 1) }} {{ (dict "k" (dict "l" 3)).k.l }}',
    '0 x true 2 3',
  ],
  ['{{ index .js 0 }} {{ len .a }}', '123 3'],
  ['{{ .a | }}', 'aBc'],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  [
    '{{ eq 1 1 }}{{ eq 1.0 1.0 }}{{ ne "a" "b" }}{{ lt 1 2 }}{{ le "a" "a" }}{{ gt 2.5 1.5 }}{{ ge 1 2 }}',
    'truetruetruetruetruetruefalse',
  ],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  [
    '{{ ToUpper .a }} {{ ToLower "ÄB" }} {{ Replace "aaa" "a" "b" 2 }} {{ Trim "xxaxx" "x" }} {{ TrimLeft "xxa" "x" }} {{ TrimRight "axx" "x" }}',
    'ABC äb bba a a a',
  ],
  ['{{ TrimPrefix "foobar" "foo" }} {{ TrimSuffix "foobar" "bar" }} [{{ TrimSpace "  a " }}]', 'bar foo [a]'],
  [
    '{{ Hash "salt" .a }} {{ Sha2Hash "salt" .a }}',
    'e483471a9835340ac192354b658779d5d8005d049830fea9e2254dc88c748b3d 239ff1a18ddfb03aa92fe4bec22f4d2ae04bd76684115101d1d370c7826b46fd',
  ],
  ['{{ regexReplaceAll "(\\\\w)(\\\\w)" "abcd" "$2${1}" }} {{ regexReplaceAllLiteral "b" "abc" "$1" }}', 'badc a$1c'],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  ['{{ printf "%d %5d|%-5d|%05d %x %o %b" 42 42 42 42 255 8 5 }}', '42    42|42   |00042 ff 10 101'],
  [
    '{{ printf "%s|%10s|%-10s|%q|%x|%.2s" "abc" "abc" "abc" "a\\"b" "abc" "abc" }}',
    'abc|       abc|abc       |"a\\"b"|616263|ab',
  ],
  [
    '{{ printf "%v %T %t %%" (list 1 "a") "s" true }} {{ printf "%f %.2f %e %g" 1.5 1.256 1234.5 0.00001 }}',
    '[1 a] string true % 1.500000 1.26 1.234500e+03 1e-05',
  ],
  [
    '{{ printf "%d" "a" }} {{ printf "%s" 1 }} {{ printf "%d" }} {{ printf "x" 1 }} {{ printf "%z" 1 }} {{ printf "%c%U" 233 233 }}',
    '%!d(string=a) %!s(int=1) %!d(MISSING) x%!(EXTRA int=1) %!z(int=1) éU+00E9',
  ],
  [
    '{{ printf "%+q %#q %#q %#q" "é" "a" "a`b" "" }} {{ printf "% x|%#x|% #X|%10x|%-6x|" "abc" "abc" "abc" "a" "a" }}',
    '"\\u00e9" `a` "a`b" `` 61 62 63|0x616263|0X61 0X62 0X63|        61|61    |',
  ],
  [
    '{{ printf "%6.2f|%-8.3f|%+d|% d|%06d|%x|%X|%#x|%#o|%O" 3.14159 2.5 5 5 -42 -255 255 255 8 8 }}',
    '  3.14|2.500   |+5| 5|-00042|-ff|FF|0xff|010|0o10',
  ],
  [
    '{{ printf "%e|%E|%g|%G|%.3g|%#g|%.0f|%.1f" 123456.789 0.00012 1e21 1e-7 1234.5678 1.0 2.5 0.25 }}',
    '1.234568e+05|1.200000E-04|1e+21|1E-07|1.23e+03|1.00000|2|0.2',
  ],
  [
    '{{ printf "%x|%X|%.2x|%b" 1.5 -0.1 3.999 1.0 }} {{ printf "%v|%+v|%5v|%-5v|" 1.5 1.5 1 1 }} {{ printf "%v %d" (float64 "Inf") 1.5 }}',
    '0x1.8p+00|-0X1.999999999999AP-04|0x1.00p+02|4503599627370496p-52 1.5|1.5|    1|1    | +Inf %!d(float64=1.5)',
  ],
  [
    '{{ printf "%[2]d %[1]d|%[3]d|%[x]d|%[1]*[2]d" 1 2 }} {{ printf "%*d|%-*d|%.*f|%*d" 5 1 5 1 2 1.555 "a" 1 }}',
    '2 1|%!d(BADINDEX)|%!d(BADINDEX)|2     1|1    |1.55|%!(BADWIDTH)1',
  ],
  [
    '{{ printf "%c|%q|%U|%#U|%c" 233 39 128512 128512 -1 }} {{ printf "%v %d %s" (list 1 "a" nil) (list 1 "a") (dict "k" 1) }}',
    "é|'\\''|U+1F600|U+1F600 '😀'|� [1 a <nil>] [1 %!d(string=a)] map[k:%!s(int=1)]",
  ],
  [
    '{{ printf "%#v %#v %#v" "a" 1 (list 1 "a" nil) }} {{ printf "%t|%5t|%v" true false nil }} {{ printf "%5T|%.2T|%w" 1 1 1 }} {{ printf "%!|%" 1 }} {{ printf "%s %s" "a" }}',
    '"a" 1 []interface {}{1, "a", interface {}(nil)} true|false|<nil>   int|in|%!w(int=1) %!!(int=1)|%!(NOVERB) a %!s(MISSING)',
  ],
  [
    '{{ title "o\'neil ab_c d-e" }} {{ untitle "Ab Cd" }} {{ initials "ab cd" }} {{ swapcase "ab Cd" }} {{ title "ǆ" }}',
    "O'Neil Ab_c D-E ab cd ac AB cD ǅ",
  ],
  ['{{ print 1 2 "a" "b" 3 }} {{ println "a" 1 }}', '1 2ab3 a 1\n'],
  ['{{ html "<a href=\'x\'>&" }} {{ urlquery "a b&c/é" }}', '&lt;a href=&#39;x&#39;&gt;&amp; a+b%26c%2F%C3%A9'],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  [
    '{{ upper "aé" }} {{ lower "AÉ" }} {{ title "hello big world" }} {{ untitle "Hello World" }} {{ swapcase "aBc" }} {{ initials "first of all" }}',
    'AÉ aé Hello Big World hello world AbC foa',
  ],
  [
    '{{ trunc 3 "abcdef" }} {{ trunc -3 "abcdef" }} {{ abbrev 5 "hello world" }} {{ substr 1 3 "abcdef" }} {{ repeat 3 "ab" }} {{ nospace "a b c" }}',
    'abc def he... bc ababab abc',
  ],
  [
    '{{ trim "  a " }} {{ trimAll "$" "$5$" }} {{ trimPrefix "-" "-a" }} {{ trimSuffix "-" "a-" }} {{ contains "b" "abc" }} {{ hasPrefix "a" "abc" }} {{ hasSuffix "c" "abc" }}',
    'a 5 a a true true true',
  ],
  [
    '{{ quote "a" 1 nil }} {{ squote "a" 1 }} {{ cat "a" 1 nil "b" }} {{ indent 2 "a\\nb" }}|{{ nindent 2 "a" }}',
    '"a" "1" \'a\' \'1\' a 1 b   a\n  b|\n  a',
  ],
  [
    '{{ replace "a" "b" "aaa" }} {{ plural "one" "many" 1 }} {{ plural "one" "many" 2 }} {{ join "-" (list 1 "a") }} {{ splitList "," "a,b" }} {{ (split "," "a,b")._1 }} {{ splitn "," 2 "a,b,c" }}',
    'bbb one many 1-a [a b] b map[_0:a _1:b,c]',
  ],
  [
    '{{ regexMatch "^a" "abc" }} {{ regexFind "b." "abcbd" }} {{ regexFindAll "b." "abcbd" -1 }} {{ regexSplit "[,;]" "a,b;c" -1 }} {{ regexQuoteMeta "a.b" }}',
    'true bc [bc bd] [a b c] a\\.b',
  ],
  [
    '{{ sha1sum "a" }} {{ sha256sum "a" }} {{ adler32sum "a" }} {{ b64enc "a?>é" }} {{ b64dec "YT8+w6k=" }} {{ b64dec "a?" }}',
    '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8 ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb 6422626 YT8+w6k= a?>é illegal base64 data at input byte 1',
  ],
  [
    '{{ base "/var/log/a.log" }} {{ dir "/var/log/a.log" }} {{ ext "a.tar.gz" }} {{ clean "/a/../b//" }} {{ isAbs "a" }}',
    'a.log /var/log .gz /b false',
  ],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  [
    '{{ add 1 2 3 }} {{ sub 5 2 }} {{ mul 2 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 5 3 }} {{ min 4 2 }} {{ add1 1 }} {{ add "5" 1.9 }}',
    '6 3 6 3 1 5 2 2 6',
  ],
  [
    '{{ addf 1.5 2 }} {{ subf 3 1.5 }} {{ mulf 1.5 2 }} {{ divf 10 4 }} {{ round 3.14159 2 }} {{ floor 3.9 }} {{ ceil 3.1 }}',
    '3.5 1.5 3 2.5 3.14 3 4',
  ],
  [
    '{{ int "12" }} {{ int64 "x" }} {{ float64 "1.5" }} {{ toDecimal "777" }} {{ atoi "42" }} {{ until 3 }} {{ untilStep 0 6 2 }} {{ seq 1 3 }} {{ seq 5 -2 1 }}',
    '12 0 1.5 511 42 [0 1 2] [0 2 4] 1 2 3 5 3 1',
  ],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  [
    '{{ default "d" .empty }} {{ default "d" .a }} {{ empty 0 }} {{ coalesce "" .missing "x" }} {{ ternary "t" "f" true }} {{ all 1 "" }} {{ any 0 1 }}',
    'd aBc true x t false true',
  ],
  [
    '{{ kindOf 1 }} {{ kindIs "string" .a }} {{ typeOf 1.5 }} {{ typeIs "int" 1 }} {{ deepEqual (list 1) (list 1) }}',
    'int true float64 true true',
  ],
  [
    '{{ first (list 1 2) }} {{ rest (list 1 2) }} {{ last (list 1 2) }} {{ initial (list 1 2) }} {{ append (list 1) 2 }} {{ prepend (list 1) 0 }} {{ concat (list 1) (list 2) }} {{ reverse (list 1 2) }} {{ uniq (list 1 1 2) }} {{ without (list 1 2) 1 }} {{ has 1 (list 1) }} {{ compact (list 0 1 "") }} {{ slice (list 1 2 3) 1 2 }} {{ chunk 2 (list 1 2 3) }} {{ sortAlpha (list "b" "a") }}',
    '1 [2] 2 [1] [1 2] [0 1] [1 2] [2 1] [1 2] [2] true [1] [2] [[1 2] [3]] [a b]',
  ],
  [
    '{{ get (dict "a" 1) "a" }} {{ hasKey (dict "a" 1) "b" }} {{ keys (dict "a" 1) }} {{ values (dict "a" 1) }} {{ pick (dict "a" 1 "b" 2) "a" }} {{ omit (dict "a" 1 "b" 2) "a" }} {{ dig "a" "b" "none" (dict "a" (dict "b" 1)) }} {{ pluck "a" (dict "a" 1) (dict "a" 2) }}',
    '1 false [a] [1] map[a:1] map[b:2] 1 [1 2]',
  ],
  [
    '{{ fromJson .js }} {{ (fromJson .js).k }} {{ toJson (dict "b" "<" "a" 1) }} {{ toRawJson "<" }} {{ toPrettyJson (list 1) }} {{ (fromJson "{\\"n\\":5}").n }}',
    'map[k:[1 x]] [1 x] {"a":1,"b":"\\u003c"} "<" [\n  1\n] 5',
  ],
])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([['{{ add }}', '0']])('%s', (source, text) => {
  expect(executed(source)).toBe(text);
});

test.each([
  '{{ .a',
  '{{ if .a }}',
  '{{ end }}',
  '{{ else }}',
  '{{ ToUper .a }}',
  '{{ $y }}',
  '{{ 1a }}',
  '{{ "a }}',
  '{{ | .a }}',
  '{{ .a } }}',
  '{{ break }}',
  '{{ if }}x{{ end }}',
  '{{ "a" | 1 }}',
  '{{ $x, $y := .a }}',
  '{{/* a }}',
  '{{ (.a }}',
  '{{ .a. }}',
  '{{ define x }}{{ end }}',
  '{{ if .a }}{{ else }}{{ else }}{{ end }}',
  '{{ 99999999999999999999 }}',
  '{{ 09 }}',
  '{{ .a | | .level }}',
])('%s is no template', (source) => {
  expect(() => compileTemplate(source)).toThrow(TemplateMistake);
});

test.each([
  '{{ fail "no" }}',
  '{{ index .a 9 }}',
  '{{ .a.b }}',
  '{{ template "none" }}',
  '{{ lt 1 "a" }}',
  '{{ div 1 0 }}',
  '{{ slice .a 3 1 }}',
  '{{ regexFind "(" "a" }}',
  '{{ ToUpper 1 }}',
  '{{ ToUpper }}',
  '{{ range 1.5 }}x{{ end }}',
  '{{ repeat -1 "a" }}',
  '{{ nil }}',
  '{{ len 1 }}',
])('%s fails when it is executed', (source) => {
  const template = compileTemplate(source);
  expect(() => template.execute(data())).toThrow(ExecutionError);
});

test('a number is ranged over, as Go does of late', () => {
  expect(executed('{{ range 3 }}{{ . }}{{ end }}{{ range $i := 2 }}{{ $i }}{{ else }}never{{ end }}')).toBe('01201');
});

test('what calls itself without end fails', () => {
  const template = compileTemplate('{{ define "t" }}{{ template "t" . }}{{ end }}{{ template "t" . }}');
  expect(() => template.execute(data())).toThrow(ExecutionError);
});

test.each(['(', '{{ if .a }}', '{{ with .a }}'])('%s nested without end is no template', (part) => {
  const source =
    part === '(' ? `{{ ${part.repeat(5000)}1${')'.repeat(5000)} }}` : part.repeat(5000) + '{{ end }}'.repeat(5000);
  expect(() => compileTemplate(source)).toThrow(TemplateMistake);
});

test('bytes that are no UTF-8 go through', () => {
  const bytes = new Map([['a', 'x\uDCFF\uDCC3']]);
  expect(compileTemplate('{{ .a }}\u00a9{{ trunc 2 .a }}{{ b64enc .a }}').execute(bytes)).toBe(
    'x\uDCFF\uDCC3©x\uDCFFeP/D',
  );
});

test('every function that is called is told', () => {
  expect(compileTemplate('{{ if and .a (now) }}{{ .a | ToUpper | ToUpper }}{{ end }}').functions).toEqual([
    'and',
    'now',
    'ToUpper',
  ]);
});

test.each(['toJson', 'toString', 'deepEqual 1 | print', 'printf "%d"'])(
  'fromJson and %s take any depth or fail',
  (functions) => {
    const { execute } = compileTemplate(`{{ fromJson .deep | ${functions} | len }}`);
    const text = (depth: number): GoMap => new Map([['deep', '['.repeat(depth) + ']'.repeat(depth)]]);
    expect(Number(execute(text(100)))).toBeGreaterThan(0);
    try {
      execute(text(100_000));
    } catch (error) {
      expect(error).toBeInstanceOf(ExecutionError);
    }
  },
);

test('a list that is wrapped again and again fails', () => {
  const { execute } = compileTemplate('{{ $x := 1 }}{{ range until 50000 }}{{ $x = list $x }}{{ end }}{{ $x }}');
  expect(() => execute(data())).toThrow(ExecutionError);
});

test('rounds within rounds without end fail', () => {
  const { execute } = compileTemplate('{{ range until 50000 }}{{ range until 50000 }}{{ end }}{{ end }}');
  expect(() => execute(data())).toThrow(ExecutionError);
});

test('sprig takes bytes for characters where it takes spaces out', () => {
  expect(executed('{{ nospace "日本" }}|{{ nospace "é a" }}')).toBe('日本|Ã©a');
});
