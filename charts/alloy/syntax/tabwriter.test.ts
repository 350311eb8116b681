import { TabWriter } from './tabwriter';

const laidOut = (text: string): string => {
  const writer = new TabWriter();
  writer.write(text);
  return writer.finish();
};

test('cells of consecutive lines share the width of the widest', () => {
  expect(laidOut('a\v= 1\nlonger\v= 2\n')).toBe('a      = 1\nlonger = 2\n');
});

test('a line without the column, or a form feed, ends it', () => {
  expect(laidOut('a\v= 1\nx\nlonger\v= 2')).toBe('a = 1\nx\nlonger = 2');
  expect(laidOut('a\v= 1\flonger\v= 2')).toBe('a = 1\nlonger = 2');
});

test('a column goes on under a line that has more of them', () => {
  expect(laidOut('a\vb\vc\nlonger\vd\n')).toBe('a      b c\nlonger d\n');
});

test('empty cells in front stay tabs, each as wide as eight', () => {
  expect(laidOut('\t\ta\v= 1\n\t\tbb\v= 2\n')).toBe('\t\ta  = 1\n\t\tbb = 2\n');
  expect(laidOut('\ta\n123456789\tb\n')).toBe('\t\ta\n123456789 b\n');
});

test('a column in which nothing stands is left out, unless a tab made it', () => {
  expect(laidOut('a\v\vb\nc\v\vd\n')).toBe('a b\nc d\n');
  expect(laidOut('a\t\tb\nc\t\td\n')).toBe('a  b\nc  d\n');
});

test('width is counted in code points', () => {
  expect(laidOut('é😀\v=\nabc\v=\n')).toBe('é😀  =\nabc =\n');
});

test('blanks at the end of a line go, those that are verbatim stay', () => {
  const writer = new TabWriter();
  writer.write('a  \nb\t');
  writer.writeVerbatim('// \tc  ');
  writer.write('  \n');
  expect(writer.finish()).toBe('a\nb // \tc  \n');
});
