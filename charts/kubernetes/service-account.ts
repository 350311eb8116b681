import type { Construct } from 'constructs';
import type { AdoptedServiceAccount } from './adopted';
import { addObject } from './kubernetes-object';
import type { Labels } from './labels';

interface ServiceAccountMetadata {
  readonly name: string;
  readonly labels: Labels;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * The ServiceAccount of a component's pods, unless somebody else makes it. Pods that need a token ask for it themselves.
 * @returns its name
 */
export function addServiceAccount(
  scope: Construct,
  metadata: ServiceAccountMetadata,
  adopted: AdoptedServiceAccount | undefined,
): string {
  const name = adopted?.name ?? metadata.name;
  if (adopted?.create ?? true) {
    addObject(scope, 'service-account', 'ServiceAccount', {
      metadata: { ...metadata, name },
      automountServiceAccountToken: false,
    });
  }
  return name;
}
