import {
  ArgoApplication,
  Environment,
  LoggingStack,
  type LoggingStackProps,
  ManifestApp,
  type Retention,
} from '../charts';

// One repository, three environments, an Application of Argo CD for each. Apply the Applications once, where Argo CD runs:
// `kubectl apply -f examples/dist/environments/argocd`. `npm run review -- --between staging production examples/environments.ts`
// shows how two environments differ.

/** What differs from one environment to another: each has to say all of it. */
interface Settings {
  /** The cluster, by its name in Argo CD. */
  readonly cluster: string;
  /** How long logs are kept. */
  readonly retention: Retention;
  /** Loki's volume. */
  readonly volume: { readonly size: string; readonly storageClass: string };
  /** What Loki's pod may use. */
  readonly resources: NonNullable<NonNullable<LoggingStackProps['loki']>['resources']>;
  /** Where people open Grafana. */
  readonly grafanaUrl: string;
  /** The branch that is deployed. */
  readonly revision: string;
}

const ENVIRONMENTS: Readonly<Record<'development' | 'staging' | 'production', Settings>> = {
  development: {
    cluster: 'development',
    retention: '2d',
    volume: { size: '10Gi', storageClass: 'standard' },
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
    grafanaUrl: 'https://logs.dev.example.com',
    revision: 'main',
  },
  staging: {
    cluster: 'staging',
    retention: '7d',
    volume: { size: '20Gi', storageClass: 'gp3' },
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '1Gi' } },
    grafanaUrl: 'https://logs.staging.example.com',
    revision: 'main',
  },
  production: {
    cluster: 'production',
    retention: '30d',
    volume: { size: '100Gi', storageClass: 'gp3' },
    resources: { requests: { cpu: '1', memory: '2Gi' }, limits: { memory: '4Gi' } },
    grafanaUrl: 'https://logs.example.com',
    revision: 'production', // a branch that is moved when staging has shown that it works
  },
};

export const app = new ManifestApp({ outdir: process.env.CDK8S_OUTDIR ?? 'examples/dist/environments' });

for (const [name, settings] of Object.entries(ENVIRONMENTS)) {
  const environment = new Environment(app, name);
  new LoggingStack(environment, 'loki', {
    namespace: 'logging',
    loki: {
      retention: settings.retention,
      persistence: { type: 'claim', ...settings.volume },
      resources: settings.resources,
    },
    collector: { type: 'alloy', namespace: 'collector' }, // it alone reads the nodes' folders
    grafana: { ini: { server: { root_url: settings.grafanaUrl } } },
  });
  new ArgoApplication(app, `logging-${name}`, {
    deploys: environment,
    repoURL: 'https://git.example.com/platform/logging.git',
    targetRevision: settings.revision,
    destination: { name: settings.cluster },
  });
}

if (require.main === module) app.synth();
