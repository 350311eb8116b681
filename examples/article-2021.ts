import { ManifestApp } from '../charts';
import { articleStack } from './article-2021-stack';

// Loki, Promtail and Grafana as the article of 2021 installs them: to look at, or to leave. These releases get no fixes.
export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/article-2021' });

articleStack(app);

if (require.main === module) app.synth();
