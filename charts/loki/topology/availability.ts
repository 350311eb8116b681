import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { addObject } from '../../kubernetes/kubernetes-object';
import type { Labels } from '../../kubernetes/labels';
import type { Autoscaling } from './topology';

/** One pod at a time leaves its node: what is on a log line's other ingesters is still there. */
export function addDisruptionBudget(
  scope: Construct,
  id: string,
  metadata: { readonly name: string; readonly labels: Labels },
  selector: Labels,
): void {
  addObject(scope, id, 'PodDisruptionBudget', {
    metadata,
    spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
  });
}

const TARGET_CPU_PERCENT = 80;

export function addAutoscaler(
  scope: Construct,
  id: string,
  workload: ApiObject,
  labels: Labels,
  { minReplicas, maxReplicas, targetCPUUtilizationPercentage = TARGET_CPU_PERCENT }: Autoscaling,
): void {
  addObject(scope, id, 'HorizontalPodAutoscaler', {
    metadata: { name: workload.name, labels },
    spec: {
      scaleTargetRef: { apiVersion: workload.apiVersion, kind: workload.kind, name: workload.name },
      minReplicas,
      maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: targetCPUUtilizationPercentage },
          },
        },
      ],
    },
  });
}
