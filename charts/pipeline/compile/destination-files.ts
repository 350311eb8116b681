import type { Volume, VolumeMount } from '../../kubernetes/types';
import type { Destination } from '../model/destinations';

/** What of a destination is mounted: credentials, certificates that are trusted, and our own certificate. */
type Part = 'auth' | 'ca' | 'tls';

/** Where a file of a destination is found, below the folder that a collector has for all of them. */
export const destinationFile = (root: string, index: number, part: Part, file: string): string =>
  `${root}/${index}/${part}/${file}`;

/** The volumes that hold what a collector is told to read, below `root`. */
export function destinationVolumes(
  root: string,
  destinations: readonly Destination[],
  parts: readonly Part[] = ['auth', 'ca', 'tls'],
): { readonly volumes: readonly Volume[]; readonly volumeMounts: readonly VolumeMount[] } {
  const mounted = destinations.flatMap((destination, index) =>
    parts.flatMap((part) => {
      const source = sourceOf(destination, part);
      return source === undefined
        ? []
        : [{ name: `destination-${index}-${part}`, source, path: `${root}/${index}/${part}` }];
    }),
  );
  return {
    volumes: mounted.map(({ name, source }) => ({ name, ...source })),
    volumeMounts: mounted.map(({ name, path }) => ({ name, mountPath: path, readOnly: true })),
  };
}

function sourceOf({ auth, tls }: Destination, part: Part): Omit<Volume, 'name'> | undefined {
  switch (part) {
    case 'auth':
      return auth && { secret: { secretName: auth.secretName } };
    case 'ca':
      return (
        tls?.ca &&
        ('secret' in tls.ca ? { secret: { secretName: tls.ca.secret } } : { configMap: { name: tls.ca.configMap } })
      );
    case 'tls':
      return tls?.clientSecret === undefined ? undefined : { secret: { secretName: tls.clientSecret } };
  }
}
