import { ManifestApp } from '../charts';
import type { Manifest } from '../charts/kubernetes/manifest';
import { readManifests } from '../charts/review/read/read-manifests';
import { type ManifestFiles, reviewFiles } from '../charts/review/review-files';
import { reviewManifests } from '../charts/review/review-manifests';
import { addChartsInManyNamespaces } from './objects';
import { cpuOfCall } from './runs';

/** What a child process is told to measure. */
export interface ReviewCase {
  /** `objects`: from manifests to a review. `files`: from the texts of both sides to a review. */
  readonly from: 'objects' | 'files';
  /** Charts of 15 objects. */
  readonly charts: number;
  /** Of how many charts one is changed, in two of its objects. */
  readonly oneOf: number;
  readonly warmUps: number;
}

const WARM_UP_CHARTS = 20;

/** CPU time of one review, in microseconds; what makes its two sides is left out. */
export function measureReview(reviewCase: ReviewCase): number {
  for (let run = 0; run < reviewCase.warmUps; run++) reviewOnce({ ...reviewCase, charts: WARM_UP_CHARTS });
  return reviewOnce(reviewCase);
}

function reviewOnce({ from, charts, oneOf }: ReviewCase): number {
  const app = new ManifestApp({ report: () => {} });
  addChartsInManyNamespaces(app, charts);
  const before: ManifestFiles = { name: 'before', texts: app.manifestFiles() };
  const after: ManifestFiles = {
    name: 'after',
    texts: new Map([...before.texts].map(([path, text], index) => [path, index % oneOf === 0 ? changed(text) : text])),
  };
  const [old, now] = [manifestsOf(before), manifestsOf(after)];
  const expected = 2 * Math.ceil(charts / oneOf);
  let found = 0;
  const time = cpuOfCall(() => {
    if (from === 'objects') found = reviewManifests(old, now).counts.changed;
    else {
      const reviewed = reviewFiles(before, after);
      found = 'review' in reviewed ? reviewed.review.counts.changed : -1;
    }
  });
  if (found !== expected) throw new Error(`${found} objects changed in place of ${expected}`);
  return time;
}

/** Another release of Grafana, and another label of streams: a Deployment, and the configuration of the collector. */
const changed = (text: string): string =>
  text.replace(/(grafana\/grafana):\d[\d.]*/, '$1:12.4.0').replace('target_label: node_name', 'target_label: node');

function manifestsOf({ name, texts }: ManifestFiles): Manifest[] {
  return [...texts.values()].flatMap((text) => {
    const read = readManifests(text, name);
    if ('mistake' in read) throw new Error(read.mistake);
    return read.manifests;
  });
}
