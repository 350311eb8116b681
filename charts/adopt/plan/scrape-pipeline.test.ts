import fc from 'fast-check';
import { compilePipeline } from '../../pipeline/compile/compile';
import type { Source } from '../../pipeline/model/sources';
import { scrapeConfigs } from '../../promtail/scrape-config';
import type { JsonObject } from '../json';
import { canonicalJob, pipelineOf, plainStage } from './scrape-pipeline';

const jobsOf = (...sources: readonly Source[]): readonly JsonObject[] => scrapeConfigs(compilePipeline({ sources }));

const PODS = fc
  .tuple(fc.constantFrom('kubernetes-pods', 'loki-stack'), fc.constantFrom('cri', 'docker'))
  .map(([scheme, format]) => ({ type: 'pods', labels: { scheme }, format }) as Source);
const OTHERS: readonly Source[] = [
  {
    type: 'journal',
    path: '/var/log/journal',
    maxAge: '12h',
    labels: { job: 'journal' },
    fields: { unit: 'systemd_unit' },
  },
  { type: 'push', port: 3500, labels: { job: 'push' } },
  { type: 'syslog', port: 1514, labels: { job: 'syslog' }, protocol: 'udp' },
  { type: 'files', paths: ['/var/log/*.log', '/var/log/b/*.log'], labels: { job: 'host' } },
  { type: 'files', name: 'audit', paths: ['/var/log/audit.log'], labels: { job: 'audit', team: 'a' } },
];

test('jobs that sources are compiled to are found to be those sources', () => {
  const sources = fc.tuple(fc.option(PODS), fc.subarray([...OTHERS]));
  fc.assert(
    fc.property(sources, ([pods, others]) => {
      const given = [...(pods === null ? [] : [pods]), ...others];
      fc.pre(given.length > 0);
      const jobs = jobsOf(...given);
      const { pipeline } = pipelineOf(jobs);
      expect(pipeline).toBeDefined();
      expect(jobsOf(...(pipeline?.sources ?? [])).map(canonicalJob)).toEqual(jobs.map(canonicalJob));
    }),
    { numRuns: 40 },
  );
});

test('jobs that differ in anything are none', () => {
  const change = fc.constantFrom<(job: JsonObject) => JsonObject>(
    (job) => ({ ...job, job_name: 'other' }),
    (job) => ({ ...job, pipeline_stages: [{ drop: { expression: 'x' } }] }),
    (job) => ({ ...job, relabel_configs: [{ action: 'drop', source_labels: ['a'], regex: 'b' }] }),
    (job) => ({ ...job, unknown: 1 }),
  );
  fc.assert(
    fc.property(PODS, fc.nat(), change, (pods, at, changed) => {
      const jobs = jobsOf(pods);
      const index = at % jobs.length;
      const { pipeline } = pipelineOf(jobs.map((job, position) => (position === index ? changed(job) : job)));
      expect(pipeline).toBeUndefined();
    }),
    { numRuns: 30 },
  );
});

test('how they are called', () => {
  const text = (...sources: readonly Source[]) => pipelineOf(jobsOf(...sources)).text;
  expect(text({ type: 'pods', format: 'docker' })).toBe(
    'kubernetes-pods: pods by scheme "kubernetes-pods", format docker',
  );
  expect(text({ type: 'pods' }, { type: 'push', port: 3500, labels: {} })).toMatch(
    /^kubernetes-pods, push: pods by scheme "kubernetes-pods", format cri, push$/,
  );
  expect(pipelineOf([])).toEqual({ text: ': as they are' });
  expect(pipelineOf([{ job_name: 'a' }, { job_name: 'b' }])).toEqual({ text: 'a, b: as they are' });
});

test('a chart that keeps the label "filename" is nearly ours', () => {
  const [job = {}] = jobsOf({ type: 'pods' });
  const stages = (job.pipeline_stages as readonly JsonObject[]).filter((stage) => !('labeldrop' in stage));
  expect(stages.length).toBeLessThan((job.pipeline_stages as readonly JsonObject[]).length);
  expect(pipelineOf([{ ...job, pipeline_stages: stages }])).toEqual({
    text: 'kubernetes-pods: as they are; the pipeline would do the same without the label "filename"',
  });
});

test('what Promtail takes for granted makes no difference', () => {
  const rule = { source_labels: ['a'], target_label: 'b' };
  const full = { ...rule, action: 'replace', regex: '(.*)', separator: ';', replacement: '$' + '{1}' };
  expect(canonicalJob({ job_name: 'a', relabel_configs: [full], pipeline_stages: [] })).toEqual({
    job_name: 'a',
    relabel_configs: [rule],
  });
  expect(canonicalJob(undefined)).toEqual({});
  expect([plainStage({ cri: null }), plainStage({ cri: {} }), plainStage('x')]).toEqual([
    { cri: {} },
    { cri: {} },
    'x',
  ]);
});

test('a label that was copied is as good as the one that it was copied from, until it is set again', () => {
  const rules = (...relabel_configs: readonly JsonObject[]) => canonicalJob({ relabel_configs }).relabel_configs;
  const copy = { source_labels: ['meta'], target_label: 'app' };
  const use = { source_labels: ['app'], target_label: 'x', regex: 'y' };
  expect(rules(copy, use)).toEqual([copy, { ...use, source_labels: ['meta'] }]);
  const again = { source_labels: ['other'], regex: '(z)', target_label: 'app' };
  expect(rules(copy, again, use)).toEqual([copy, again, use]);
});
