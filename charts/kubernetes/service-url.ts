import type { ApiObject } from 'cdk8s';

/** How a Service is called from anywhere in its cluster, whatever the cluster's domain. */
export const serviceHost = (name: string, namespace: string | undefined): string =>
  `${name}${namespace === undefined ? '' : `.${namespace}.svc`}`;

/** Where a Service is reached over HTTP. */
export const serviceUrl = (service: ApiObject, port: number): string =>
  `http://${serviceHost(service.name, service.metadata.namespace)}:${port}`;
