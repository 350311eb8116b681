import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LoggingStack, type LoggingStackProps, ManifestApp } from '.';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'stack-labels-'));
});

afterEach(() => rmSync(outdir, { recursive: true }));

/** What a synth has to say of labels. */
function said(collector: LoggingStackProps['collector']): string[] {
  const lines: string[] = [];
  const app = new ManifestApp({ outdir, report: (line) => lines.push(line) });
  new LoggingStack(app, 'loki', { namespace: 'loki', collector });
  app.synth();
  return lines.filter((line) => /label "|collected/.test(line)).map((line) => line.replace(/^warning: \[loki\] /, ''));
}

test('the first synth, and one that changes nothing, say nothing', () => {
  expect(said({})).toEqual([]);
  expect(said({})).toEqual([]);
});

test('a change of the pipeline: which labels appear and vanish', () => {
  said({});
  const pipeline = {
    sources: [{ type: 'pods', labels: { add: { tier: { label: 'tier' } }, drop: ['instance'] } } as const],
  };
  expect(said({ pipeline })).toEqual([
    'label "instance" vanishes: it was "shop" on shop/cart-6d4cf56db6-x7k2p/cart',
    'label "tier" appears: "front" on shop/web-7b8d9c5f4c-q2w3e/web',
  ]);
  expect(said({ pipeline })).toEqual([]);
});

test('a change of what is collected', () => {
  said({});
  const select = { namespaces: { exclude: ['kube-system'] } };
  expect(said({ pipeline: { sources: [{ type: 'pods', select }] } })).toEqual([
    'no longer collected: kube-system/kube-proxy-k8s2d/kube-proxy, kube-system/etcd-node-1/etcd',
  ]);
});

test('another collector for the same pipeline: no stream is called otherwise', () => {
  said({ type: 'promtail' });
  expect(said({ type: 'alloy' })).toEqual([]);
  expect(said({ type: 'promtail' })).toEqual([]);
});

test('another collector with another pipeline: the one is compared with the other', () => {
  said({ type: 'promtail' });
  expect(
    said({ type: 'alloy', pipeline: { sources: [{ type: 'pods', labels: { static: { cluster: 'a' } } }] } }),
  ).toEqual(['label "cluster" appears: "a" on shop/cart-6d4cf56db6-x7k2p/cart']);
});
