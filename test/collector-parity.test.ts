import fc from 'fast-check';
import { checkDifferences } from '../charts/alloy/config/differences';
import { RELEASES } from '../charts/releases';
import { node, pipeline } from './arbitrary-pipelines';
import { collectedStreams, targetLabels } from './collected-streams';
import { normalStages } from './normal-stages';
import { readBack } from './rendered';

const RELEASES_OF_ALLOY = ['1.0.0', '1.4.0', '1.12.0', '1.17.0', RELEASES.alloy.newest];

test('pods and files make the same streams through Promtail and through Alloy', () => {
  let withStreams = 0;
  fc.assert(
    fc.property(pipeline, node, fc.constantFrom(...RELEASES_OF_ALLOY), (made, where, release) => {
      expect(checkDifferences(made, 'pipeline')).toEqual([]);
      const { promtail, alloy } = readBack(made, where.name, release);
      expect([...promtail.unread, ...alloy.unread]).toEqual([]);
      const streams = collectedStreams(promtail, where, true);
      if (streams.length > 0) withStreams += 1;
      expect(collectedStreams(alloy, where, false)).toEqual(streams);
    }),
    { numRuns: 60 },
  );
  // Else the property would say nothing.
  expect(withStreams).toBeGreaterThan(8);
});

test('every target and every stage of Promtail’s is Alloy’s too', () => {
  fc.assert(
    fc.property(pipeline, node, fc.constantFrom(...RELEASES_OF_ALLOY), (made, where, release) => {
      const { promtail, alloy } = readBack(made, where.name, release);
      expect(alloy.jobs.map(({ stages }) => normalStages(stages))).toEqual(
        promtail.jobs.map(({ stages }) => normalStages(stages)),
      );
      // What begins with __ is gone once a target is read, but for where its files are.
      const seen = (labels: Readonly<Record<string, string>>) =>
        Object.fromEntries(Object.entries(labels).filter(([name]) => /^(?!__)|^__path/.test(name)));
      expect(alloy.jobs.map((job) => targetLabels(job, where, false).map(seen))).toEqual(
        promtail.jobs.map((job) => targetLabels(job, where, true).map(seen)),
      );
    }),
    { numRuns: 80 },
  );
});
