import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkInstance } from '../kubernetes/labels';
import { checkName } from '../kubernetes/names';
import { type ObjectReference, type Patch, patchObject } from '../kubernetes/patch';
import { checkPodOptions } from '../kubernetes/pod-options-check';
import type { Problem } from '../kubernetes/problem';
import { fitting, refuseComponent, warn } from '../kubernetes/refusal';
import { type Abilities, checkPipeline, checkPushUrl, pipelineWarnings } from '../pipeline/check/pipeline-check';
import { checkNamespace } from '../pipeline/collector/check-namespace';
import { addIntakeService } from '../pipeline/collector/intake-service';
import { compilePipeline } from '../pipeline/compile/compile';
import { intakePorts } from '../pipeline/compile/needs';
import type { SourceType } from '../pipeline/model/sources';
import { checkVersion, RELEASES } from '../releases';
import { checkTenantId } from '../tenant-id';
import type { AlloyOptions } from './alloy-options';
import { alloyConfig } from './config/alloy-config';
import { checkComponentNames, checkDifferences } from './config/differences';
import { alloyText } from './config/text';
import { differenceWarnings } from './config/warnings';
import { pageComment } from './page-comment';
import { addPart, identityOf, partName } from './part';
import { type PartKind, placementOf } from './placement';
import { ALLOY_PROPS } from './props-shape';

export interface AlloyProps extends AlloyOptions {
  /** Where logs are pushed to: a Loki's `pushUrl`, or any URL that ends in `/loki/api/v1/push`. */
  readonly pushUrl: string;
  /** The tenant that the logs are of, sent as `X-Scope-OrgID`: a Loki with `multiTenant` turns away who says none. @default - none */
  readonly tenant?: string;
  /** Name of the DaemonSet and of what belongs to it, and with `-cluster` of the Deployment; a DNS label. @default - the construct's id */
  readonly name?: string;
  /** The release that it belongs to, for labels and selectors: never change it. @default - `name` */
  readonly instance?: string;
}

const SOURCES: ReadonlySet<SourceType> = new Set([
  'pods',
  'pods-api',
  'journal',
  'files',
  'syslog',
  'kubernetes-events',
  'push',
  'otlp',
]);

/** What Alloy can do of a pipeline. */
const ABILITIES: Abilities = { collector: 'Alloy', sources: SOURCES, wal: true };

/**
 * Grafana Alloy: a DaemonSet that reads what is on every node, and, for what is the cluster's as a whole, a Deployment of one pod.
 * Where nothing is read from nodes, that one does everything.
 *
 * A changed configuration rolls the pods, as with every component here. Alloy could read it while it runs, but a mistake in it would
 * then show at the next start of a pod, whenever that is; a rollout stops at the first pod that does not get ready.
 */
export class Alloy extends Construct {
  /** The configuration of the DaemonSet; undefined where there is none. */
  readonly config: string | undefined;
  /** The configuration of the Deployment; undefined where there is none. */
  readonly clusterConfig: string | undefined;

  constructor(scope: Construct, id: string, given: AlloyProps) {
    super(scope, id);
    const props = fitting(this, given, ALLOY_PROPS);
    const name = props.name ?? id;
    const instance = props.instance ?? name;
    const version = props.version ?? RELEASES.alloy.newest;
    const pipeline = props.pipeline ?? {};
    const jobs = compilePipeline(pipeline);
    const placement = placementOf(jobs);
    const destinations = [{ url: props.pushUrl, tenant: props.tenant }, ...(pipeline.destinations ?? [])];
    const { namespace } = Chart.of(this);

    const textOf = (kind: PartKind) =>
      alloyText(
        [
          pageComment(kind, partName(name, kind), namespace),
          ...alloyConfig({
            release: version,
            jobs: placement.jobs[kind],
            destinations,
            wal: pipeline.wal ?? false,
            scope: kind,
          }),
        ],
        kind === placement.main ? props.config : undefined,
        version,
      );
    const parts = placement.kinds.map((kind) => ({ kind, text: textOf(kind) }));
    const configOf = (kind: PartKind) => parts.find((part) => part.kind === kind)?.text.text;
    this.config = configOf('node');
    this.clusterConfig = configOf('cluster');
    for (const { kind, text } of parts) {
      const identity = identityOf(instance, kind);
      const ofPart = placement.jobs[kind];
      addPart(this, { kind, name: partName(name, kind), identity, version, jobs: ofPart, destinations, text }, props);
      if (kind === placement.main) addIntakeService(this, name, identity, intakePorts(ofPart));
      for (const warning of text.warnings) warn(this, warning);
    }

    for (const warning of [...pipelineWarnings(jobs), ...differenceWarnings(jobs, version)]) warn(this, warning);
    refuseComponent(this, () => {
      const problems = [
        ...checkInstance(props.instance),
        ...checkAlloy(props, name, version),
        ...checkPipeline(pipeline, jobs, ABILITIES, 'pipeline'),
        ...checkDifferences(pipeline, 'pipeline'),
        ...checkComponentNames(jobs, 'pipeline'),
        ...checkNamespace(namespace),
      ];
      // What Alloy would say of a pipeline that is refused already would only say it again.
      const ofTexts = parts.flatMap(({ text }) => (problems.length > 0 ? [] : text.problems));
      return [...problems, ...ofTexts, ...parts.flatMap(({ text }) => text.problemsOfExtra)];
    });
  }

  /** Changes an object of this component in its final form, such as `DaemonSet/loki-alloy`; refused when it hits nothing. */
  patch(object: ObjectReference, ...patches: readonly Patch[]): void {
    patchObject(this, object, patches);
  }
}

/** What is left of a name once `-cluster` is behind it, which no Service has but pods' labels. */
const LONGEST_NAME = 55;

const checkAlloy = (props: AlloyProps, name: string, version: string): Problem[] => [
  ...checkName(name, 'name', { maxLength: LONGEST_NAME, derived: `"${name}-cluster"`, ofService: true }),
  ...checkVersion('alloy', version, 'version'),
  ...checkPodOptions(props),
  ...checkPushUrl(props.pushUrl, 'pushUrl'),
  ...(props.tenant === undefined ? [] : checkTenantId(props.tenant, 'tenant')),
];
