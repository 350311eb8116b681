import { Construct, type IConstruct } from 'constructs';

/**
 * One of several environments of an app, such as `staging`: `ManifestApp` writes the charts below it to a folder of its
 * own, `dist/<id>/`, for `kubectl apply -f dist/<id>`, or an `ArgoApplication` or `FluxKustomization` that deploys it.
 */
export class Environment extends Construct {}

/** The environments that a construct stands in, the outermost first. */
export const environmentsOf = (construct: IConstruct): readonly IConstruct[] =>
  construct.node.scopes.filter((scope) => scope instanceof Environment);
