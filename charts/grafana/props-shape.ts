import { IMAGE, POD_OPTIONS } from '../kubernetes/pod-shapes';
import { flag, kindOf, listOf, mapping, objectOf, scalar, text } from '../kubernetes/shape';
import { ADOPTED_GRAFANA } from './adopted-grafana';
import type { DataSource } from './data-source';
import type { GrafanaProps } from './grafana';
import type { GrafanaAdmin, GrafanaPersistence } from './grafana-options';

export const DATA_SOURCE = objectOf<DataSource>(
  { name: text, type: text, uid: text, url: text, isDefault: flag, access: text, tenant: text, jsonData: mapping },
  ['name', 'type', 'uid'],
);

type Kind<Type> = Extract<GrafanaAdmin, { readonly type: Type }>;

const ADMIN = kindOf<GrafanaAdmin>('kind of sign-in', {
  generated: objectOf<Kind<'generated'>>({ type: text, image: IMAGE }),
  'existing-secret': objectOf<Kind<'existing-secret'>>({ type: text, name: text, userKey: text, passwordKey: text }, [
    'name',
  ]),
});

/** The form of a Grafana's props; what they say is checked in check.ts. */
export const GRAFANA_PROPS = objectOf<GrafanaProps>({
  ...POD_OPTIONS,
  adopt: ADOPTED_GRAFANA,
  name: scalar,
  instance: scalar,
  version: scalar,
  replicas: scalar,
  admin: ADMIN,
  persistence: objectOf<GrafanaPersistence>({ size: scalar, storageClass: text }),
  dataSources: listOf(DATA_SOURCE),
  firstDataSource: DATA_SOURCE,
  ini: mapping,
});
