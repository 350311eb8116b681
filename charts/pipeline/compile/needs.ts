import type { Source } from '../model/sources';
import type { Job } from './job';

/** A folder of the node that a collector reads. */
export interface HostFolder {
  /** Of the volume. */
  readonly name: string;
  readonly path: string;
  /** Whether nodes may be without it. */
  readonly mayBeMissing: boolean;
}

const POD_FOLDERS: readonly HostFolder[] = [
  { name: 'pods', path: '/var/log/pods', mayBeMissing: false },
  // Links below /var/log/pods lead here on nodes with Docker.
  { name: 'docker', path: '/var/lib/docker/containers', mayBeMissing: false },
];

export const JOURNAL_PATH = '/var/log/journal';

/** The folders of the node that the jobs read, each once. Folders, never files: rotation would swap a file away. */
export function hostFolders(jobs: readonly Job[]): readonly HostFolder[] {
  const folders = jobs.flatMap(({ source }): readonly HostFolder[] => {
    switch (source.type) {
      case 'pods':
        return POD_FOLDERS;
      case 'journal':
        return [{ name: 'journal', path: source.path ?? JOURNAL_PATH, mayBeMissing: true }];
      case 'files':
        return source.paths.map((glob) => {
          const path = folderOf(glob);
          return { name: volumeName(path), path, mayBeMissing: true };
        });
      default:
        return [];
    }
  });
  return [...new Map(folders.map((folder) => [folder.path, folder])).values()];
}

/** `/var/log/audit/*.log` → `/var/log/audit`: all that comes before the first wildcard, without the file's name. */
export const folderOf = (glob: string): string => glob.replace(/[*?[{].*$/, '').replace(/\/[^/]*$/, '') || '/';

const volumeName = (path: string): string =>
  `files${path.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`.replace(/-+$/, '').slice(0, 63);

/** A port that a collector listens on for others to send to. */
export interface IntakePort {
  readonly name: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

export const SYSLOG_PORT = 1514;
export const PUSH_PORT = 3500;
export const OTLP_GRPC_PORT = 4317;
export const OTLP_HTTP_PORT = 4318;

export const intakePorts = (jobs: readonly Job[]): readonly IntakePort[] =>
  jobs.flatMap(({ name, source }): readonly IntakePort[] => {
    switch (source.type) {
      case 'syslog':
        return [
          {
            name: portName(name),
            port: source.port ?? SYSLOG_PORT,
            protocol: source.protocol === 'udp' ? 'UDP' : 'TCP',
          },
        ];
      case 'push':
        return [{ name: portName(name), port: source.port ?? PUSH_PORT, protocol: 'TCP' }];
      case 'otlp':
        return [
          { name: portName(`${name}-grpc`), port: source.grpcPort ?? OTLP_GRPC_PORT, protocol: 'TCP' },
          { name: portName(`${name}-http`), port: source.httpPort ?? OTLP_HTTP_PORT, protocol: 'TCP' },
        ];
      default:
        return [];
    }
  });

/** As much of a job's name as a port's may have. */
const portName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(-15)
    .replace(/^-+|-+$/g, '');

/** The namespaces that a source of pods looks into, where it lists them: it need not see any other. */
export function listedNamespaces(source: Source): readonly string[] | undefined {
  if (source.type !== 'pods' && source.type !== 'pods-api') return undefined;
  const { namespaces } = source.select ?? {};
  return namespaces === undefined || !('include' in namespaces) || namespaces.include.some((name) => name.includes('*'))
    ? undefined
    : namespaces.include;
}
