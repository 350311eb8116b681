import { problemsOf } from '../../test/apps';
import {
  ArgoApplication,
  type ArgoApplicationProps,
  FluxKustomization,
  type FluxKustomizationProps,
  LoggingStack,
} from '..';

const repoURL = 'https://git.example.com/platform/logging.git';
const sourceRef = { kind: 'GitRepository', name: 'flux-system' } as const;
const path = 'dist';

/**
 * What editors underline: `npm run types` fails when a line below `@ts-expect-error` compiles after all. And what a compiler
 * is not asked about is refused at synth.
 */
const OF_ARGO: readonly (readonly [string, ArgoApplicationProps, string])[] = [
  [
    'no repository',
    // @ts-expect-error
    { path },
    'repoURL: is missing',
  ],
  [
    'prune, but not as a part of automated',
    // @ts-expect-error
    { repoURL, path, prune: true },
    'prune: there is no "prune" here',
  ],
  [
    'a sync option that does harm',
    // @ts-expect-error
    { repoURL, path, syncOptions: ['Replace=true'] },
    'syncOptions[0]: "Replace=true" takes away',
  ],
  [
    'a sync option that is misspelt',
    // @ts-expect-error
    { repoURL, path, syncOptions: ['PruneLast=yes'] },
    'syncOptions[0]: "PruneLast=yes" is none of its values',
  ],
  [
    'an object by its name alone',
    // @ts-expect-error
    { repoURL, path, waves: { loki: 1 } },
    'waves["loki"]: there is no loki in the folder',
  ],
  [
    'another way to delete',
    // @ts-expect-error
    { repoURL, path, finalizer: 'cascade' },
    'finalizer: is not a way to delete',
  ],
];

const OF_FLUX: readonly (readonly [string, FluxKustomizationProps, string])[] = [
  [
    'no source',
    // @ts-expect-error
    { path },
    'sourceRef: is missing',
  ],
  [
    'a source that has no manifests',
    // @ts-expect-error
    { path, sourceRef: { kind: 'HelmRepository', name: 'a' } },
    'sourceRef.kind: "HelmRepository" is no source of Flux',
  ],
  [
    'a policy that there is not',
    // @ts-expect-error
    { path, sourceRef, deletionPolicy: 'Keep' },
    'deletionPolicy: is none that Flux knows',
  ],
];

test.each(OF_ARGO)('an Application with %s', (_, props, expected) => {
  const problems = problemsOf((app) => {
    new LoggingStack(app, 'loki', { namespace: 'loki' });
    new ArgoApplication(app, 'logs', props);
  });
  expect(problems).toEqual([expect.stringContaining(`] ${expected}`)]);
});

test.each(OF_FLUX)('a Kustomization with %s', (_, props, expected) => {
  const problems = problemsOf((app) => {
    new LoggingStack(app, 'loki', { namespace: 'loki' });
    new FluxKustomization(app, 'logs', props);
  });
  expect(problems).toEqual([expect.stringContaining(`] ${expected}`)]);
});
