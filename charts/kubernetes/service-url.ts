import type { ApiObject } from 'cdk8s';

/** Where a Service is reached over HTTP from anywhere in its cluster, whatever the cluster's domain. */
export const serviceUrl = (service: ApiObject, port: number): string => {
  const { namespace } = service.metadata;
  return `http://${service.name}${namespace === undefined ? '' : `.${namespace}.svc`}:${port}`;
};
