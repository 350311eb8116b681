import type { Manifest } from '../charts/kubernetes/manifest';
import { reviewHtml } from '../charts/review/output/html';
import { stackPicture } from '../charts/review/picture/stack-picture';
import { reviewManifests } from '../charts/review/review-manifests';
import { STACK, stack, TODAY } from './reviews';

/** The default stack grown up: new logs in a bucket, another collector in a namespace of its own, a Grafana that remembers. */
export const GROWN: readonly Manifest[] = stack({
  loki: {
    storage: { type: 's3', bucket: 'acme-logs', region: 'eu-west-1', access: { type: 'node-role' } },
    earlierStorage: [{ type: 'filesystem' }],
    schema: [
      { from: '2024-04-01', store: 'tsdb', schema: 'v13', objectStore: 'filesystem' },
      { from: '2026-12-01', store: 'tsdb', schema: 'v13', objectStore: 's3' },
    ],
    retention: '30d',
    persistence: { type: 'claim', size: '20Gi' },
  },
  collector: { type: 'alloy', namespace: 'collector' },
  grafana: { persistence: { size: '2Gi' } },
});

export const TITLE = 'main.ts against HEAD:dist';

/** The page of a change. */
export function pageOf(before: readonly Manifest[], after: readonly Manifest[], title = TITLE): string {
  const review = reviewManifests(before, after, { today: TODAY });
  return reviewHtml(review, { title, pictures: [stackPicture(review, before, after)] });
}

export const PAGE = (): string => pageOf(STACK, GROWN);
