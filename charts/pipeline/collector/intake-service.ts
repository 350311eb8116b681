import type { Construct } from 'constructs';
import { addObject } from '../../kubernetes/kubernetes-object';
import { type Identity, objectLabels, selectorLabels } from '../../kubernetes/labels';
import type { IntakePort } from '../compile/needs';

/** One address for all that others send to; none where nothing listens. */
export function addIntakeService(
  scope: Construct,
  name: string,
  identity: Identity,
  ports: readonly IntakePort[],
): void {
  if (ports.length === 0) return;
  addObject(scope, 'service', 'Service', {
    metadata: { name, labels: objectLabels(identity) },
    spec: {
      selector: selectorLabels(identity),
      ports: ports.map(({ protocol, ...port }) => ({
        ...port,
        protocol: protocol === 'TCP' ? undefined : protocol,
        targetPort: port.name,
      })),
    },
  });
}
